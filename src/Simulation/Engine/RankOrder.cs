using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Urgency of each resource within its body, 0 first, by its number in a <see cref="RegionIndex"/>.</summary>
internal sealed class RankOrder
{
    private readonly int[] _ranks;
    private readonly HashSet<int> _named;

    private RankOrder(int[] ranks, HashSet<int> named) => (_ranks, _named) = (ranks, named);

    public int this[int resource] => _ranks[resource];

    public bool IsNamed(int resource) => _named.Contains(resource);

    /// <summary>The restart plan first, in its order; then earlier required time, more cases a week, smaller key.</summary>
    public static RankOrder Of(RegionIndex index, IReadOnlyList<EntityRef> restartOrder)
    {
        var table = new RequirementTable(index);
        var planned = new int[index.Resources.Count];
        Array.Fill(planned, int.MaxValue);
        for (var i = 0; i < restartOrder.Count; i++) planned[index.Resource(restartOrder[i])] = i;
        var sorted = Enumerable.Range(0, planned.Length)
            .OrderBy(i => planned[i])
            .ThenBy(i => table[i].RequiredTime)
            .ThenByDescending(i => table[i].CasesPerWeek)
            .ThenBy(i => index.Resources[i].Ref, Comparer<EntityRef>.Create(EntityOrder.Compare));

        var ranks = new int[planned.Length];
        var next = new Dictionary<string, int>();
        foreach (var i in sorted)
        {
            var body = index.Resources[i].Ref.Body;
            ranks[i] = next.GetValueOrDefault(body);
            next[body] = ranks[i] + 1;
        }

        return new(ranks, [.. restartOrder.Select(index.Resource)]);
    }
}
