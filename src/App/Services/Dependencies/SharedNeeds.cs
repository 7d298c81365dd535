namespace ResilienceMonitor.Services.Dependencies;

/// <summary>
/// Gathers what several need together: if 30 services need the same 5 resources, one node between them turns 150 lines into 35. The node that saves
/// most lines comes first, as long as one saves enough.
/// </summary>
internal static class SharedNeeds
{
    private const int FewestLinesSaved = 3;
    private const int MostNodes = 40;

    /// <param name="needs">What each node needs; changed here, new nodes are added at its end.</param>
    /// <param name="users">Nodes that need all of what they need; alternatives do not.</param>
    /// <param name="add">Adds a node without needs and says its number.</param>
    public static void Gather(List<HashSet<int>> needs, IReadOnlyList<int> users, Func<int> add)
    {
        for (var round = 0; round < MostNodes && Best(needs, users) is { } shared; round++)
        {
            var node = add();
            needs[node].UnionWith(shared);
            foreach (var user in users.Where(u => needs[u].IsSupersetOf(shared)))
            {
                needs[user].ExceptWith(shared);
                needs[user].Add(node);
            }
        }
    }

    private static int[]? Best(List<HashSet<int>> needs, IReadOnlyList<int> users)
    {
        var (best, most) = ((int[]?)null, FewestLinesSaved - 1);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < users.Count; i++)
            for (var j = i + 1; j < users.Count; j++)
            {
                int[] shared = [.. needs[users[i]].Where(needs[users[j]].Contains).Order()];
                if (shared.Length < 2 || !seen.Add(string.Join(' ', shared))) continue;
                var count = users.Count(u => needs[u].IsSupersetOf(shared));
                var saved = shared.Length * count - shared.Length - count;
                if (saved > most) (best, most) = (shared, saved);
            }

        return best;
    }
}
