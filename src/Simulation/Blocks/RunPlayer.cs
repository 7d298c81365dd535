using System.Numerics;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Plays one unit run by run: bodies and gates that wait for one another, a strict list, or very many resources; see <see cref="LockstepPlayer"/> for the others.</summary>
/// <remarks>
/// As soon as work on a resource has begun it is known when it will be back, and so when whatever waits for it alone can go on. Events are
/// therefore few: work that becomes ready, people who become free, and alternatives of which the first to come counts.
/// </remarks>
internal sealed class RunPlayer
{
    private const double Never = double.PositiveInfinity;

    /// <summary>A count that no longer falls to 0.</summary>
    private const int Nothing = int.MaxValue / 2;

    private const byte NotHit = 0;
    private const byte Isolated = 1;
    private const byte Worked = 2;

    private readonly CompiledModel _model;
    private readonly UnitModel _unit;
    private readonly TimeRows _times;
    private readonly UnitRows _rows;
    private readonly BlockCrew[] _crews;

    // One run.
    private readonly int[] _pending;
    private readonly double[] _time;
    private readonly byte[] _kind;
    private readonly double[] _hoursOfPart;
    private readonly double[] _available;
    private readonly double[] _groupTime;
    private readonly int[] _groupPending;
    private readonly int[] _unstarted;
    private readonly double[] _lastFinish;
    private readonly bool[] _repeated;
    private readonly double[] _passes;
    private readonly TimeHeap _coming = new();
    private readonly int[] _withOutside;
    private readonly bool _isStrict;
    private readonly int[] _ownerOfNeeds;
    private readonly int[] _stack;
    private int _stacked;
    private BlockHits _hits = null!;
    private int _lane;

    public RunPlayer(CompiledModel model, UnitModel unit, UnitRows rows, TimeRows times)
    {
        (_model, _unit, _rows, _times) = (model, unit, rows, times);
        _crews = [.. unit.Bodies.Select((b, i) => new BlockCrew(b, unit.FirstOfBody[i], unit.Parts.AsSpan()[unit.FirstOfBody[i]..unit.FirstOfBody[i + 1]].ToArray().Sum()))];
        var (count, slots, groups) = (unit.Count, unit.Slots, unit.SlotOfGroup.Length);
        (_pending, _time) = (new int[slots], new double[slots]);
        (_kind, _hoursOfPart, _available, _unstarted, _lastFinish, _repeated) = (new byte[count], new double[count], new double[count], new int[count], new double[count], new bool[count]);
        (_groupTime, _groupPending) = (new double[groups], new int[groups]);
        _passes = new double[unit.Gates.Length];
        _stack = new int[slots];
        _isStrict = model.Dispatch == DispatchMode.StrictList;
        _withOutside = [.. Enumerable.Range(0, slots).Where(i => unit.OutsideOf[i] is not null)];
        _ownerOfNeeds = [.. Enumerable.Range(0, count).Where(i => unit.NeedSlot[i] >= 0)];
    }

    /// <summary>Plays runs of a block.</summary>
    /// <param name="hits">What is hit.</param>
    /// <param name="lanes">The runs.</param>
    public void Play(BlockHits hits, ulong lanes)
    {
        _hits = hits;
        foreach (var crew in _crews) crew.Draw(hits.Runs);
        for (; lanes != 0; lanes &= lanes - 1) PlayRun(BitOperations.TrailingZeroCount(lanes));
    }

    private void PlayRun(int lane)
    {
        _lane = lane;
        Begin(_hits.Runs[lane]);
        Work();
        for (var i = 0; i < _available.Length; i++) _times.Available(_unit.Resources[i])[lane] = _available[i];
        for (var i = 0; i < _passes.Length; i++) _times.Passes(_unit.Gates[i])[lane] = _passes[i];
        for (var i = 0; i < _crews.Length; i++)
            for (var group = 0; group < _crews[i].Hours.Length; group++) _times.Hours(_unit.BodyNumbers[i], group)[lane] = _crews[i].Hours[group];
    }

    private void Begin(int run)
    {
        _coming.Clear();
        _unit.Terms.CopyTo(_pending.AsSpan());
        _available.AsSpan().Fill(Never);
        _passes.AsSpan().Fill(Never);
        foreach (var crew in _crews) crew.Begin(_lane, _model.StartOf(run));
        for (var group = 0; group < _groupTime.Length; group++)
        {
            (_groupTime[group], _groupPending[group]) = (_rows.GroupOutside[group * Block.Runs + _lane], _unit.GroupSize[group]);
            if (_groupTime[group] <= OutageSimulation.Horizon) _coming.Add(_groupTime[group], group);
        }

        Array.Clear(_time);
        foreach (var slot in _withOutside) _time[slot] = _rows.Outside(slot, _lane);
        for (var i = 0; i < _unit.Count; i++) BeginResource(i);
        for (var slot = 0; slot < _pending.Length; slot++)
            if (_pending[slot] == 0)
                Complete(slot);
        Spread();
        if (!_isStrict) return;
        foreach (var crew in _crews) crew.FollowList(_unstarted);
    }

    private void BeginResource(int i)
    {
        var (resource, needs) = (_unit.Resources[i], _unit.NeedSlot[i]);
        _kind[i] = Has(_hits.Damaged[resource] | _hits.Stopped[resource]) ? Worked : Has(_hits.Isolated[resource]) ? Isolated : NotHit;
        _unstarted[i] = 0;
        if (_kind[i] == NotHit)
        {
            if (needs >= 0) _pending[i] = Nothing;
            return;
        }

        if (_kind[i] == Isolated)
        {
            if (needs >= 0) _pending[i] = Nothing;
            AddGates(i, needs >= 0 ? needs : i);
            return;
        }

        AddGates(i, i);
        if (needs >= 0) _pending[needs]++;
        var at = i * Block.Runs + _lane;
        (_hoursOfPart[i], _repeated[i], _lastFinish[i]) = (_rows.Part[at], false, 0);
        if (_rows.Part[at] > 0) _unstarted[i] = _unit.Parts[i];
        if (!_unit.IsFleet[i]) return;
        for (var batch = 0; batch < _unit.Parts[i]; batch++) _times.Batch(resource, batch)[_lane] = Never;
    }

    private void AddGates(int i, int slot)
    {
        if (_unit.GateSet[i] is var set and >= 0)
        {
            _time[slot] = Math.Max(_time[slot], _rows.GateSets[set * Block.Runs + _lane]);
            return;
        }

        foreach (var hit in _model.Outage.HitsOfResource[_unit.Resources[i]])
            if (Counts(i, hit))
                foreach (var gate in _model.Outage.Hits[hit].Gates)
                    if (Array.IndexOf(_unit.Gates, gate) < 0)
                        _time[slot] = Math.Max(_time[slot], _times.Passes(gate)[_lane]);
        foreach (var gate in _unit.GatesBefore[i])
            if (WaitsFor(i, gate))
                _pending[slot]++;
    }

    // A hit brings its gates to bear if it is of the kind that counts.
    private bool Counts(int i, int hit) => Has(_hits.Happened[hit]) && Has(_hits.Of(_model.Outage.Hits[hit].Kind)[_unit.Resources[i]]);

    private bool Has(ulong lanes) => (lanes >> _lane & 1) != 0;

    private bool WaitsFor(int i, int gate)
    {
        foreach (var hit in _model.Outage.HitsOfResource[_unit.Resources[i]])
            if (Counts(i, hit) && Array.IndexOf(_model.Outage.Hits[hit].Gates, _unit.Gates[gate]) >= 0)
                return true;
        return false;
    }

    private void Complete(int slot)
    {
        _pending[slot] = Nothing;
        _stack[_stacked++] = slot;
    }

    /// <summary>One term of a slot will be fulfilled at a time.</summary>
    private void Fulfil(int slot, double time)
    {
        if (time > _time[slot]) _time[slot] = time;
        if (--_pending[slot] == 0) Complete(slot);
    }

    /// <summary>Follows all that is known by now.</summary>
    private void Spread()
    {
        while (_stacked > 0)
        {
            var slot = _stack[--_stacked];
            var time = _time[slot];
            if (!(time <= OutageSimulation.Horizon)) continue;
            if (slot >= _unit.FirstGateSlot) Pass(slot - _unit.FirstGateSlot, time);
            else if (slot >= _unit.Count) Return(_ownerOfNeeds[slot - _unit.Count], time);
            else if (_kind[slot] <= Isolated) Return(slot, time);
            else if (_unstarted[slot] > 0) _crews[_unit.BodyOf[slot]].SetReady(slot, time);
            else DoneAtOnce(slot, time + _rows.Waiting[slot * Block.Runs + _lane]);
        }
    }

    // There was no work, nor are there batches then: all is back together.
    private void DoneAtOnce(int i, double time)
    {
        if (_unit.IsFleet[i])
            for (var batch = 0; batch < _unit.Parts[i]; batch++) _times.Batch(_unit.Resources[i], batch)[_lane] = time;
        OwnBack(i, time);
    }

    private void Pass(int gate, double begins)
    {
        var time = begins + _rows.GateHours[gate * Block.Runs + _lane];
        if (time > OutageSimulation.Horizon) return;
        _passes[gate] = time;
        foreach (var slot in _unit.GateSlotsAfterGate[gate]) Fulfil(slot, time);
        foreach (var i in _unit.ResourcesAfterGate[gate])
            if (_kind[i] != NotHit && WaitsFor(i, gate))
                Fulfil(_kind[i] == Isolated && _unit.NeedSlot[i] >= 0 ? _unit.NeedSlot[i] : i, time);
    }

    /// <summary>The resource itself will be back, in part or whole; what it needs may not be.</summary>
    private void OwnBack(int i, double time)
    {
        if (time > OutageSimulation.Horizon) return;
        if (_unit.NeedSlot[i] >= 0) Fulfil(_unit.NeedSlot[i], time);
        else Return(i, time);
    }

    private void Return(int i, double time)
    {
        _available[i] = time;
        foreach (var slot in _unit.SlotsAfter[i]) Fulfil(slot, time);
        foreach (var group in _unit.GroupsWith[i])
        {
            if (time < _groupTime[group])
            {
                _groupTime[group] = time;
                if (_groupPending[group] > 1) _coming.Add(time, group);
            }

            if (--_groupPending[group] == 0) Fulfil(_unit.SlotOfGroup[group], _groupTime[group]);
        }
    }

    // The first member of a group has come; those not known by now can only come later.
    private void FirstCame(int group)
    {
        if (_groupPending[group] <= 0) return;
        _groupPending[group] = Nothing;
        Fulfil(_unit.SlotOfGroup[group], _groupTime[group]);
        Spread();
    }

    private void Work()
    {
        if (_crews.Length == 1) WorkAlone(_crews[0]);
        else WorkTogether();
    }

    private void WorkAlone(BlockCrew crew)
    {
        while (true)
        {
            // Before a group's first member comes nothing else can become ready than is known; at that moment it comes first.
            var start = crew.Look(Math.Min(OutageSimulation.Horizon, _coming.Next - 2 * Instant.Width));
            if (start <= OutageSimulation.Horizon) StartPart(crew, start);
            else if (_coming.Next <= OutageSimulation.Horizon) FirstCame(_coming.Take());
            else return;
        }
    }

    private void WorkTogether()
    {
        for (var now = 0.0; now <= OutageSimulation.Horizon;)
        {
            var isSettled = true;
            while (_coming.Next <= now + Instant.Width) FirstCame(_coming.Take());
            foreach (var crew in _crews)
            {
                while (crew.Look(now) is var start && start <= now)
                {
                    StartPart(crew, start);
                    isSettled = false;
                }
            }

            if (!isSettled) continue;
            now = _coming.Next;
            foreach (var crew in _crews) now = Math.Min(now, crew.Next);
        }
    }

    private void StartPart(BlockCrew crew, double now)
    {
        var i = crew.Resource;
        var hours = _hoursOfPart[i];
        var finish = crew.Window.Finish(now, hours);
        crew.Hours[crew.Take(finish)] += finish <= OutageSimulation.Horizon ? hours : crew.Window.HoursBetween(now, OutageSimulation.Horizon);
        if (finish > _lastFinish[i]) _lastFinish[i] = finish;
        var left = --_unstarted[i];
        if (left == 0) crew.ClearReady(i);
        if (left == 0 && _isStrict) crew.FollowList(_unstarted);
        if (_unit.IsFleet[i]) StartBatch(i, _unit.Parts[i] - 1 - left, finish);
        else if (left == 0) FinishWork(crew, i);
    }

    private void StartBatch(int i, int batch, double finish)
    {
        var time = finish + _rows.Waiting[i * Block.Runs + _lane];
        _times.Batch(_unit.Resources[i], batch)[_lane] = time;
        if (batch > 0) return;
        OwnBack(i, time);
        Spread();
    }

    // All parts have begun. A failed restart test turns part of the work into new parts, once.
    private void FinishWork(BlockCrew crew, int i)
    {
        var finish = _lastFinish[i];
        var at = i * Block.Runs + _lane;
        if (_rows.HasRework[i] && !_repeated[i] && _rows.Rework[at] > 0)
        {
            _repeated[i] = true;
            _hoursOfPart[i] = _rows.Rework[at];
            _unstarted[i] = _unit.Parts[i];
            if (finish <= OutageSimulation.Horizon) crew.SetReady(i, finish);
            return;
        }

        OwnBack(i, finish + _rows.Waiting[at]);
        Spread();
    }
}
