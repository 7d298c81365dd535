using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Copying;

/// <summary>What can be taken over into a service, in words of the own model.</summary>
/// <param name="Needs">Groups of own references.</param>
/// <param name="Substitutes">With needs in own references.</param>
/// <param name="Deadlines">As they are.</param>
/// <param name="Missing">What the own model does not have, by the key it would get.</param>
public sealed record CopySource(
    IReadOnlyList<NeedGroup> Needs, IReadOnlyList<Substitute> Substitutes, IReadOnlyList<Deadline> Deadlines, IReadOnlyDictionary<string, TemplateMember> Missing)
{
    /// <summary>Another service of the same body. That something is prepared and tested holds only for the service it was said of.</summary>
    public static CopySource Of(ServiceContent service) =>
        new(service.Needs, [.. service.Substitutes.Select(s => s with { Prepared = false, Tested = null })], service.Deadlines, new Dictionary<string, TemplateMember>());

    /// <summary>A template of somebody else: its resources are found by catalogue key, then by name.</summary>
    public static CopySource Of(ServiceTemplate template, ResourceMatch match)
    {
        var needs = match.Groups(template.Needs);
        IReadOnlyList<Substitute> substitutes = [.. template.Substitutes.Select(s => s.Substitute with { Needs = match.Groups(s.Needs) })];
        return new(needs, substitutes, template.Deadlines, match.Missing);
    }

    /// <summary>The service with what was chosen. What is missing and not made is left out, and so is a group that has nothing left.</summary>
    public ServiceContent Apply(ServiceContent to, CopyChoice choice)
    {
        var needs = Groups([.. Needs.Where((_, i) => choice.Needs.Contains(i))], choice.Made);
        var substitutes = Substitutes.Where(s => choice.Substitutes.Contains(s.Key)).Select(s => s with { Needs = Groups(s.Needs, choice.Made) }).ToList();
        var deadlines = Deadlines.Where(d => choice.Deadlines.Contains(d.Key)).ToList();
        var (oldNeeds, oldSubstitutes, oldDeadlines) = choice.Replace && choice.Any ? ([], [], []) : (to.Needs, to.Substitutes, to.Deadlines);
        return to with
        {
            Needs = [.. oldNeeds, .. needs.Where(n => !oldNeeds.Any(o => Same(o, n)))],
            Substitutes = Together(oldSubstitutes, substitutes, s => s.Key, (s, key) => s with { Key = key }),
            Deadlines = Together(oldDeadlines, deadlines, d => d.Key, (d, key) => d with { Key = key }),
        };
    }

    private IReadOnlyList<NeedGroup> Groups(IReadOnlyList<NeedGroup> groups, IReadOnlyCollection<string> made) =>
        [.. groups.Select(g => new NeedGroup([.. g.Members.Where(m => !Missing.ContainsKey(m.Resource) || made.Contains(m.Resource))])).Where(g => g.Members.Count > 0)];

    private static bool Same(NeedGroup one, NeedGroup other) => one.Members.Select(m => m.Resource).Order(StringComparer.Ordinal).SequenceEqual(other.Members.Select(m => m.Resource).Order(StringComparer.Ordinal));

    // What is there stays as it is; the same once more is not added, and a key that is taken gives way to a free one.
    private static List<T> Together<T>(IReadOnlyList<T> present, IReadOnlyList<T> taken, Func<T, string> keyOf, Func<T, string, T> withKey)
    {
        var together = present.ToList();
        foreach (var item in taken.Where(t => !present.Any(p => CanonicalJson.Write(p) == CanonicalJson.Write(t))))
        {
            var keys = together.Select(keyOf).ToHashSet(StringComparer.Ordinal);
            together.Add(keys.Contains(keyOf(item)) ? withKey(item, Enumerable.Range(1, keys.Count + 1).Select(i => $"own-{i}").First(k => !keys.Contains(k))) : item);
        }

        return together;
    }
}

/// <summary>What a person ticked.</summary>
/// <param name="Needs">Places of groups.</param>
/// <param name="Substitutes">Keys.</param>
/// <param name="Deadlines">Keys.</param>
/// <param name="Made">Keys of missing resources that are made.</param>
/// <param name="Replace">What is there goes.</param>
public sealed record CopyChoice(IReadOnlyCollection<int> Needs, IReadOnlyCollection<string> Substitutes, IReadOnlyCollection<string> Deadlines, IReadOnlyCollection<string> Made, bool Replace)
{
    public bool Any => Needs.Count + Substitutes.Count + Deadlines.Count > 0;
}
