using System.Diagnostics.CodeAnalysis;
namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>
/// Needs as a person ticks them. The groups are posted as they were shown, so that a place means the same group even when somebody
/// changed the needs meanwhile.
/// </summary>
public sealed class NeedsForm
{
    private const char BetweenGroups = ';';
    private const char BetweenMembers = ' ';

    /// <summary>All groups as they were shown: members by blanks, groups by semicolons.</summary>
    public string? Shown { get; set; }

    /// <summary>What is ticked: number of the group, blank, resource.</summary>
    [AllowNull] public List<string> Kept { get; set => field = value ?? []; } = [];

    /// <summary>A resource that comes in.</summary>
    public string? Add { get; set; }

    /// <summary>Number of the group in which it is an alternative; empty: needed besides all others.</summary>
    public string? AddTo { get; set; }

    public IReadOnlyList<IReadOnlyList<string>> Groups =>
        [.. (Shown ?? "").Split(BetweenGroups, StringSplitOptions.RemoveEmptyEntries).Select(g => g.Split(BetweenMembers, StringSplitOptions.RemoveEmptyEntries))];

    public static NeedsForm Of(IReadOnlyList<NeedGroup> needs) => new()
    {
        Shown = string.Join(BetweenGroups, needs.Select(Signature)),
        Kept = [.. needs.SelectMany((g, i) => g.Members.Select(m => Tick(i, m.Resource)))],
    };

    public static string Tick(int group, string resource) => $"{group} {resource}";

    /// <summary>The needs that result; the present ones themselves when nothing was changed.</summary>
    public IReadOnlyList<NeedGroup> Apply(IReadOnlyList<NeedGroup> now)
    {
        var groups = Groups.Select((members, i) => Kept(now, members, i)).ToList();
        if (Add is { Length: > 0 } added)
        {
            if (int.TryParse(AddTo, out var place) && place >= 0 && place < groups.Count)
            {
                if (groups[place].Members.All(m => m.Resource != added)) groups[place] = new([.. groups[place].Members, new NeedMember(added)]);
            }
            else if (!groups.Any(g => g.Members.Count == 1 && g.Members[0].Resource == added))
            {
                groups.Add(NeedGroup.Of(added));
            }
        }

        groups.RemoveAll(g => g.Members.Count == 0);
        return groups.Select(Signature).SequenceEqual(now.Select(Signature)) ? now : groups;

        NeedGroup Kept(IReadOnlyList<NeedGroup> known, IReadOnlyList<string> members, int place)
        {
            var before = known.FirstOrDefault(g => g.Members.Select(m => m.Resource).SequenceEqual(members));
            return new([.. members.Where(m => this.Kept.Contains(Tick(place, m))).Select(m => before?.Members.First(x => x.Resource == m) ?? new NeedMember(m))]);
        }
    }

    private static string Signature(NeedGroup group) => string.Join(BetweenMembers, group.Members.Select(m => m.Resource));
}
