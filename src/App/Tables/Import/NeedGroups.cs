using System.Globalization;

namespace ResilienceMonitor.Tables.Import;

/// <summary>
/// Finds the group a row of needs belongs to. Numbers of groups in a table may be out of date, because groups went or came since it was written;
/// so a group is first looked for by the resources in it.
/// </summary>
internal sealed class NeedGroups
{
    private readonly Dictionary<(string Place, string Label), int> known = [];
    private readonly HashSet<(string Place, int Group)> taken = [];
    private readonly HashSet<(string Place, int Group, string Resource)> named = [];

    /// <param name="place">The owner.</param>
    /// <param name="label">Number in the table; empty: a group of its own.</param>
    /// <param name="resource">The resource needed.</param>
    /// <param name="groups">The groups as they are, with the resources in each.</param>
    /// <returns>Place of the group; the number of groups: a new one.</returns>
    public int Find(string place, string label, string resource, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        if (label.Length > 0 && known.TryGetValue((place, label), out var before)) return before;
        var said = int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;
        var free = Enumerable.Range(0, groups.Count).Where(g => !taken.Contains((place, g))).ToList();
        var found = free.Where(g => groups[g].Contains(resource)).OrderBy(g => g != said).Cast<int?>().FirstOrDefault() ?? (free.Contains(said) ? said : groups.Count);
        taken.Add((place, found));
        if (label.Length > 0) known[(place, label)] = found;
        return found;
    }

    /// <summary>The table names this resource in this group.</summary>
    public void Name(string place, int group, string resource) => named.Add((place, group, resource));

    public bool IsNamed(string place, int group, string resource) => named.Contains((place, group, resource));
}
