using System.Numerics;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>The people of one body in one run, and the work that waits for them.</summary>
/// <remarks>Workers are counted in groups, as those of a group are alike: 0 are own people, then the helpers in the order of the input.</remarks>
internal sealed class Crew(CompiledBody body)
{
    public const int OwnPeople = 0;

    private readonly int[] _free = new int[body.Input.Team.Help.Count + 1];
    private readonly double[] _leaves = new double[body.Input.Team.Help.Count + 1];
    private readonly ulong[] _ready = new ulong[body.ByRank.Length / 64 + 1];
    private int _planned;

    public CompiledBody Body { get; } = body;

    public WorkWindow Window { get; private set; } = body.Windows[0];

    /// <summary>Person-hours worked by each group.</summary>
    public double[] Hours { get; } = new double[body.Input.Team.Help.Count + 1];

    /// <summary>The next opening for which an event is under way.</summary>
    public double PlannedOpening { get; set; }

    /// <summary>True while the crew is on the list of those whose people may be given work.</summary>
    public bool IsCalled { get; set; }

    public void Reset(int start)
    {
        Array.Clear(_free);
        Array.Fill(_leaves, double.PositiveInfinity);
        Array.Clear(_ready);
        Array.Clear(Hours);
        _free[OwnPeople] = Body.Present;
        _planned = 0;
        Window = Body.Window(start);
        PlannedOpening = -1;
        IsCalled = false;
    }

    public void Arrive(int group, double now)
    {
        var help = Body.Input.Team.Help[group - 1];
        _free[group] = help.People;
        _leaves[group] = now + help.Stay;
    }

    /// <summary>A group with somebody free, own people first; -1: nobody is.</summary>
    public int FindFree(double now)
    {
        for (var group = 0; group < _free.Length; group++)
            if (_free[group] > 0 && now < _leaves[group])
                return group;
        return -1;
    }

    public void Take(int group) => _free[group]--;

    public void Release(int group) => _free[group]++;

    public void SetReady(int rank) => _ready[rank / 64] |= 1UL << (rank % 64);

    public void ClearReady(int rank) => _ready[rank / 64] &= ~(1UL << (rank % 64));

    /// <summary>The most urgent resource with a ready part, as rank; -1: none.</summary>
    public int MostUrgent()
    {
        for (var word = 0; word < _ready.Length; word++)
            if (_ready[word] != 0)
                return 64 * word + BitOperations.TrailingZeroCount(_ready[word]);
        return -1;
    }

    /// <summary>Strict list: true if every resource that the plan names before this one, and that needs work, has all its parts started.</summary>
    public bool IsNext(int rank, ResourceState[] states)
    {
        while (_planned < Body.Named && states[Body.ByRank[_planned]] is not { NeedsWork: true, Unstarted: > 0 }) _planned++;
        return _planned == Body.Named || rank <= _planned;
    }
}
