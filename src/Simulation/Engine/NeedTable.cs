namespace ResilienceMonitor.Simulation.Engine;

/// <summary>The need groups of many owners in flat arrays: owner to groups, group to members.</summary>
internal sealed class NeedTable
{
    private readonly int[] _groupStarts;
    private readonly int[] _memberStarts;
    private readonly int[] _resources;
    private readonly double[] _capacities;

    /// <param name="owners">For each owner its groups, for each group its members (number of the resource, need capacity).</param>
    public NeedTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<(int Resource, double Capacity)>>> owners)
    {
        _groupStarts = new int[owners.Count + 1];
        for (var i = 0; i < owners.Count; i++) _groupStarts[i + 1] = _groupStarts[i] + owners[i].Count;
        var groups = owners.SelectMany(owner => owner).ToArray();
        _memberStarts = new int[groups.Length + 1];
        for (var i = 0; i < groups.Length; i++) _memberStarts[i + 1] = _memberStarts[i] + groups[i].Count;
        _resources = [.. groups.SelectMany(group => group.Select(member => member.Resource))];
        _capacities = [.. groups.SelectMany(group => group.Select(member => member.Capacity))];
    }

    public int Owners => _groupStarts.Length - 1;

    /// <summary>Least over the groups of the greatest member (need capacity x capacity of the resource); 1 without groups.</summary>
    public double Capacity(int owner, ReadOnlySpan<double> resources)
    {
        var least = 1.0;
        for (var group = _groupStarts[owner]; group < _groupStarts[owner + 1]; group++) least = Math.Min(least, GroupCapacity(group, resources));
        return least;
    }

    public double GroupCapacity(int group, ReadOnlySpan<double> resources)
    {
        var greatest = 0.0;
        for (var i = _memberStarts[group]; i < _memberStarts[group + 1]; i++) greatest = Math.Max(greatest, _capacities[i] * resources[_resources[i]]);
        return greatest;
    }

    /// <summary>The groups of an owner, as a range of group numbers.</summary>
    public (int First, int End) Groups(int owner) => (_groupStarts[owner], _groupStarts[owner + 1]);

    /// <summary>The members of a group, as a range of member numbers.</summary>
    public (int First, int End) Members(int group) => (_memberStarts[group], _memberStarts[group + 1]);

    public int Resource(int member) => _resources[member];

    public double MemberCapacity(int member) => _capacities[member];

    /// <summary>The resources of all groups of an owner.</summary>
    public ReadOnlySpan<int> ResourcesOf(int owner)
    {
        var first = _memberStarts[_groupStarts[owner]];
        return _resources.AsSpan(first, _memberStarts[_groupStarts[owner + 1]] - first);
    }
}
