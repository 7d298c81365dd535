using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Walks back from the return of a service over what it waited for last, in a run that was just traced.</summary>
internal sealed class PathFinder(CompiledModel model, Recovery recovery, Trace trace)
{
    private readonly List<CriticalStep> _backward = [];

    /// <summary>Everything before this hour still has to be explained.</summary>
    private double _until;

    /// <summary>Steps from 0 to the own return, in order of time and without gaps.</summary>
    public IReadOnlyList<CriticalStep> Find(int service)
    {
        _backward.Clear();
        _until = recovery.Capacities.ServiceSteps.TimeOf(service, Level.Normal);
        var cause = LastOf(model.Needs, model.ServiceNode(service), Level.Normal);
        while (cause.Time > 0 && _until > Instant.Width)
            cause = cause.Gate >= 0 ? ExplainGate(cause.Gate) : ExplainResource(cause.Resource, cause.Level);
        _backward.Reverse();
        return _backward;
    }

    /// <summary>What came last: a resource that reached a level, or a gate that passed.</summary>
    private readonly record struct Cause(double Time, int Resource, double Level, int Gate = -1)
    {
        public static Cause Start => new(0, -1, 0);

        public static Cause Later(Cause a, Cause b) => b.Time > a.Time ? b : a;
    }

    // The group that was fulfilled last, and in it the member that fulfilled it.
    private Cause LastOf(NeedTable needs, int owner, double level)
    {
        var last = Cause.Start;
        var (firstGroup, endGroup) = needs.Groups(owner);
        for (var group = firstGroup; group < endGroup; group++)
        {
            var earliest = new Cause(double.PositiveInfinity, -1, 0);
            var (first, end) = needs.Members(group);
            for (var i = first; i < end; i++)
            {
                var memberLevel = level / needs.MemberCapacity(i);
                var time = trace.Capacities.TimeOf(needs.Resource(i), memberLevel);
                if (time < earliest.Time) earliest = new(time, needs.Resource(i), memberLevel);
            }

            last = Cause.Later(last, earliest);
        }

        return last;
    }

    private Cause ExplainResource(int resource, double level)
    {
        var needed = LastOf(model.Needs, resource, level);
        ref readonly var state = ref recovery.States[resource];
        if (state.Hit is null || needed.Time >= _until - Instant.Width) return needed;
        if (state.Hit != HitKind.Isolated) ExplainWork(resource, level, state);
        return WhyReady(resource, state);
    }

    private Cause WhyReady(int resource, in ResourceState state)
    {
        var last = state.Hit == HitKind.Isolated ? Cause.Start : LastOf(model.Prerequisites, resource, Level.AboveZero);
        foreach (var hit in model.Outage.HitsOfResource[resource])
            if (recovery.Hits.Counts(hit, state))
                foreach (var gate in model.Outage.Hits[hit].Gates)
                    last = Cause.Later(last, new(recovery.Gates.Passes(gate), -1, 0, gate));
        return last;
    }

    private Cause ExplainGate(int gate)
    {
        var compiled = model.Outage.Gates[gate];
        Add(CriticalStepKind.Gate, compiled.Ref, recovery.Gates.Begins(gate));
        var last = Cause.Start;
        foreach (var before in compiled.After) last = Cause.Later(last, new(recovery.Gates.Passes(before), -1, 0, before));
        foreach (var before in compiled.AfterResources)
            last = Cause.Later(last, new(trace.Capacities.TimeOf(before, Level.AboveZero), before, Level.AboveZero));
        return last;
    }

    // From the return back to the moment the resource was ready: waiting time, repeated work, work, waiting for people.
    private void ExplainWork(int resource, double level, in ResourceState state)
    {
        var compiled = model.Resources[resource];
        var parts = trace.PartsOf(resource);
        var finishes = parts.Take(compiled.Parts).Select(part => part.Finish).Order().ToArray();
        var needed = compiled.IsFleet ? (int)Math.Ceiling(level * (1 - 1e-9) * compiled.Parts) : compiled.Parts;
        Add(CriticalStepKind.Waiting, compiled.Ref, _until - state.Waiting);
        if (finishes.Length == 0) return;
        var firstFinish = finishes[Math.Max(needed, 1) - 1];
        if (parts.Count > compiled.Parts) AddWork(CriticalStepKind.Rework, compiled.Ref, [.. parts.Skip(compiled.Parts)], firstFinish);
        AddWork(CriticalStepKind.Work, compiled.Ref, [.. parts.Take(compiled.Parts)], trace.ReadyAt(resource));
    }

    // Moments in which some part is under way count as work, all others as waiting for people.
    private void AddWork(CriticalStepKind kind, EntityRef resource, IReadOnlyList<(double Start, double Finish)> parts, double ready)
    {
        while (_until > ready + Instant.Width)
        {
            var under = parts.Where(part => part.Start < _until - Instant.Width && part.Finish >= _until - Instant.Width).ToArray();
            if (under.Length > 0) Add(kind, resource, Math.Max(ready, under.Min(part => part.Start)));
            else Add(CriticalStepKind.WaitForPeople, resource, parts.Where(part => part.Finish < _until).Select(part => part.Finish).Append(ready).Max());
        }

        _until = ready;
    }

    private void Add(CriticalStepKind kind, EntityRef entity, double from)
    {
        if (from < _until - Instant.Width)
        {
            // Touching stretches of work on the same resource are one step.
            if (_backward is [.., var later] && later.Kind == kind && later.Entity == entity) _backward[^1] = later with { From = from };
            else _backward.Add(new(kind, entity, from, _until));
        }

        _until = Math.Min(_until, from);
    }
}
