using System.Numerics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>The people of one body, run after run: who is free, who becomes free when, and which work waits for them.</summary>
/// <remarks>People are counted in groups, as those of a group are alike: 0 are own people, then the helpers in the order of the input.</remarks>
internal sealed class BlockCrew
{
    private readonly CompiledBody _body;
    private readonly double[] _arrivals;
    private readonly int[] _free;
    private readonly bool[] _arrived;
    private readonly double[] _leaves;
    private readonly ulong[] _ready;
    private double[] _finishes = new double[64];
    private int[] _finishing = new int[64];
    private int _busyFrom;
    private int _busyTo;
    private int _planned;
    private int _toArrive;
    private int _anyFree;

    public BlockCrew(CompiledBody body, int first)
    {
        (_body, First) = (body, first);
        var groups = body.Input.Team.Help.Count + 1;
        _arrivals = new double[(groups - 1) * Block.Runs];
        (_free, _arrived, _leaves, Hours) = (new int[groups], new bool[groups], new double[groups], new double[groups]);
        _ready = new ulong[body.ByRank.Length / 64 + 1];
        Window = body.Windows[0];
    }

    /// <summary>The most urgent resource of the body, by its place in the unit.</summary>
    public int First { get; }

    public int Named => _body.Named;

    public WorkWindow Window { get; private set; }

    /// <summary>Person-hours worked by each group.</summary>
    public double[] Hours { get; }

    public int ReadyCount { get; private set; }

    /// <summary>Draws when help arrives, for a block.</summary>
    public void Draw(int firstRun)
    {
        for (var i = 0; i < _body.HelpDelays.Length; i++)
        {
            var row = Rows.Of(_arrivals, i);
            for (var lane = 0; lane < Block.Runs; lane++) row[lane] = _body.HelpDelays[i].Draw(_body.Input.Team.Help[i].Delay, firstRun + lane);
        }
    }

    public void Begin(int lane, int start)
    {
        Array.Clear(_ready);
        Array.Clear(Hours);
        (ReadyCount, _busyFrom, _busyTo, _planned) = (0, 0, 0, 0);
        (_free[0], _leaves[0], _anyFree) = (_body.Present, double.PositiveInfinity, _body.Present);
        _toArrive = _free.Length - 1;
        for (var i = 1; i < _free.Length; i++)
        {
            var arrival = _arrivals[(i - 1) * Block.Runs + lane];
            (_free[i], _arrived[i], _leaves[i]) = (0, false, arrival + _body.Input.Team.Help[i - 1].Stay);
        }

        Window = _body.Window(start);
    }

    public void SetReady(int resource)
    {
        var rank = resource - First;
        _ready[rank >> 6] |= 1UL << rank;
        ReadyCount++;
    }

    public void ClearReady(int resource)
    {
        var rank = resource - First;
        _ready[rank >> 6] &= ~(1UL << rank);
        ReadyCount--;
    }

    /// <summary>The most urgent resource with a ready part. There is one.</summary>
    public int MostUrgent()
    {
        var word = 0;
        while (_ready[word] == 0) word++;
        return First + 64 * word + BitOperations.TrailingZeroCount(_ready[word]);
    }

    /// <summary>Lets those in whose work is done or who have arrived by then.</summary>
    public void ComeFree(double now, int lane)
    {
        var end = now + Instant.Width;
        while (_busyFrom < _busyTo && _finishes[_busyFrom] <= end)
        {
            _free[_finishing[_busyFrom++]]++;
            _anyFree++;
        }

        if (_toArrive == 0) return;
        for (var i = 1; i < _free.Length; i++)
        {
            if (_arrived[i] || _arrivals[(i - 1) * Block.Runs + lane] > end) continue;
            _arrived[i] = true;
            _free[i] += _body.Input.Team.Help[i - 1].People;
            _anyFree += _body.Input.Team.Help[i - 1].People;
            _toArrive--;
        }
    }

    /// <summary>A group with somebody free, own people first; -1: nobody is.</summary>
    public int FindFree(double now)
    {
        if (_anyFree == 0) return -1;
        for (var group = 0; group < _free.Length; group++)
            if (_free[group] > 0 && now < _leaves[group])
                return group;
        return -1;
    }

    /// <summary>Somebody works until then.</summary>
    public void Take(int group, double until)
    {
        _free[group]--;
        _anyFree--;
        if (_busyTo == _finishes.Length) MakeRoom();
        var (finishes, finishing, hole) = (_finishes, _finishing, _busyTo++);
        while (hole > _busyFrom && finishes[hole - 1] > until)
        {
            (finishes[hole], finishing[hole]) = (finishes[hole - 1], finishing[hole - 1]);
            hole--;
        }

        (finishes[hole], finishing[hole]) = (until, group);
    }

    /// <summary>When the next one becomes free or arrives; infinity: nobody.</summary>
    public double NextFree(int lane)
    {
        var next = _busyFrom < _busyTo ? _finishes[_busyFrom] : double.PositiveInfinity;
        if (_toArrive == 0) return next;
        for (var i = 1; i < _free.Length; i++)
            if (!_arrived[i])
                next = Math.Min(next, _arrivals[(i - 1) * Block.Runs + lane]);
        return next;
    }

    /// <summary>Strict list: true if every resource that the plan names before this one, and that needs work, has all its parts started.</summary>
    public bool IsNext(int resource, ReadOnlySpan<int> unstarted)
    {
        while (_planned < Named && unstarted[First + _planned] == 0) _planned++;
        return _planned == Named || resource - First <= _planned;
    }

    private void MakeRoom()
    {
        if (_busyFrom > _finishes.Length / 2)
        {
            Array.Copy(_finishes, _busyFrom, _finishes, 0, _busyTo - _busyFrom);
            Array.Copy(_finishing, _busyFrom, _finishing, 0, _busyTo - _busyFrom);
            (_busyFrom, _busyTo) = (0, _busyTo - _busyFrom);
            return;
        }

        Array.Resize(ref _finishes, 2 * _finishes.Length);
        Array.Resize(ref _finishing, 2 * _finishing.Length);
    }
}
