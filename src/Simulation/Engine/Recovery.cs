using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Plays one run after the other, event by event: gates pass, people work, resources return. Keeps its memory between runs.</summary>
/// <remarks>
/// At every instant all events are processed first, then free people take ready work. An event changes own shares, settling the capacities
/// tells which resources became available, and these let gates begin and work become ready.
/// </remarks>
internal sealed class Recovery : IPlayedRun
{
    private readonly CompiledModel _model;
    private readonly Trace? _trace;
    private readonly EventQueue _queue = new();
    private readonly List<int> _becameAvailable = [];
    private readonly List<Crew> _called = [];
    private double _now;

    public Recovery(CompiledModel model, Trace? trace = null)
    {
        _model = model;
        _trace = trace;
        Capacities = new(model, trace?.Capacities);
        Hits = new(model);
        Gates = new(model, Hits, Capacities);
        States = new ResourceState[model.Resources.Length];
        Crews = [.. model.Bodies.Select(body => new Crew(body))];
    }

    public Capacities Capacities { get; }

    public HitDraw Hits { get; }

    public Gates Gates { get; }

    public ResourceState[] States { get; }

    public Crew[] Crews { get; }

    public double OwnReaches(int service, double level) => Capacities.ServiceSteps.TimeOf(service, level);

    public void CopySteps(int service, List<(double Time, double Value)> list) => Capacities.ServiceSteps.CopyTo(service, list);

    public double AvailableAt(int node) => Capacities.AvailableAt(node);

    public double FullAt(int resource) => Capacities.FullAt(resource);

    public double Passes(int gate) => Gates.Passes(gate);

    public HitKind? HitOf(int resource) => States[resource].Hit;

    public bool IsBackupLost(int resource) => States[resource].BackupLost;

    public double HoursWorked(int body, int group) => Crews[body].Hours[group];

    public void Simulate(int run)
    {
        Begin(run);
        while (true)
        {
            PlayInstant();
            foreach (var crew in _called) HandOutWork(crew);
            _called.Clear();
            if (_queue.NextTime > OutageSimulation.Horizon) return;
            _now = _queue.NextTime;
        }
    }

    private void Begin(int run)
    {
        _now = 0;
        _queue.Clear();
        Hits.Draw(run, States);
        _trace?.Clear();
        Capacities.Reset();
        for (var i = 0; i < States.Length; i++)
            if (States[i].Hit is not null)
                Capacities.SetOwn(i, 0);
        Gates.Draw(run);
        foreach (var crew in Crews) crew.Reset(_model.StartOf(run));
        PlanHelp(run);
        Settle();
        for (var gate = 0; gate < Gates.Count; gate++) TryBegin(gate);
        for (var i = 0; i < States.Length; i++) TryReturnOrReady(i);
        Settle();
    }

    private void PlanHelp(int run)
    {
        for (var body = 0; body < Crews.Length; body++)
        {
            var (compiled, help) = (_model.Bodies[body], _model.Bodies[body].Input.Team.Help);
            for (var i = 0; i < help.Count; i++)
                _queue.Add(new(compiled.HelpDelays[i].Draw(help[i].Delay, run), EventKind.HelpArrived, body, i + 1));
        }
    }

    // Events may cause others of the same instant (a gate of no length), so the queue is asked again after each.
    private void PlayInstant()
    {
        var end = _now + Instant.Width;
        while (_queue.NextTime <= end)
        {
            var happening = _queue.Take();
            _now = Math.Max(_now, happening.Time);
            Play(happening);
            Settle();
        }
    }

    private void Play(Event happening)
    {
        switch (happening.Kind)
        {
            case EventKind.GatePassed:
                PassGate(happening.Subject);
                break;
            case EventKind.PartDone:
                FinishPart(happening.Subject, happening.Crew);
                break;
            case EventKind.BatchUp:
                var batches = _model.Resources[happening.Subject].Input.Batches;
                Capacities.SetOwn(happening.Subject, (double)++States[happening.Subject].BatchesUp / batches);
                break;
            case EventKind.ResourceUp:
                Capacities.SetOwn(happening.Subject, 1);
                break;
            case EventKind.HelpArrived:
                Crews[happening.Subject].Arrive(happening.Crew, _now);
                Call(Crews[happening.Subject]);
                break;
            case EventKind.WindowOpened:
                Call(Crews[happening.Subject]);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {happening.Kind}.");
        }
    }

    private void Settle()
    {
        while (Capacities.IsStale)
        {
            Capacities.Settle(_now, _becameAvailable);
            foreach (var resource in _becameAvailable)
            {
                foreach (var gate in _model.Outage.GatesAfterResource[resource]) TryBegin(gate);
                foreach (var after in _model.ResourcesAfter[resource]) TryReturnOrReady(after);
            }

            _becameAvailable.Clear();
        }
    }

    private void TryBegin(int gate)
    {
        if (Gates.TryBegin(gate, _now, out var hours)) _queue.Add(new(_now + hours, EventKind.GatePassed, gate));
    }

    private void PassGate(int gate)
    {
        Gates.Pass(gate, _now);
        foreach (var after in _model.Outage.GatesAfterGate[gate]) TryBegin(after);
        foreach (var resource in _model.Outage.ResourcesAfterGate[gate]) TryReturnOrReady(resource);
    }

    // Called whenever something the resource may have waited for has come; does nothing unless that was the last thing.
    private void TryReturnOrReady(int resource)
    {
        ref var state = ref States[resource];
        if (state.Hit is not { } kind || state.IsReady || !Gates.HavePassedFor(resource, state)) return;
        if (kind != HitKind.Isolated && !ArePrerequisitesAvailable(resource)) return;
        state.IsReady = true;
        _trace?.Ready(resource, _now);
        if (kind == HitKind.Isolated) Capacities.SetOwn(resource, 1);
        else if (state.NeedsWork) OfferParts(resource);
        else FinishWork(resource, ref state);
    }

    private bool ArePrerequisitesAvailable(int resource) => _model.Prerequisites.Capacity(resource, Capacities.OfResources) > 0;

    private void OfferParts(int resource)
    {
        var crew = CrewOf(resource);
        crew.SetReady(_model.Resources[resource].Rank);
        Call(crew);
    }

    private void FinishPart(int resource, int group)
    {
        ref var state = ref States[resource];
        var crew = CrewOf(resource);
        crew.Release(group);
        Call(crew);
        state.Unfinished--;
        if (_model.Resources[resource].IsFleet) _queue.Add(new(_now + state.Waiting, EventKind.BatchUp, resource));
        else if (state.Unfinished == 0) FinishWork(resource, ref state);
    }

    // All parts are done, or there was nothing to do. A failed restart test turns part of the work into new parts, once.
    private void FinishWork(int resource, ref ResourceState state)
    {
        if (state.ReworkPartHours > 0)
        {
            state.PartHours = state.ReworkPartHours;
            state.ReworkPartHours = 0;
            state.Unstarted = state.Unfinished = _model.Resources[resource].Parts;
            OfferParts(resource);
        }
        else
        {
            _queue.Add(new(_now + state.Waiting, EventKind.ResourceUp, resource));
        }
    }

    private void HandOutWork(Crew crew)
    {
        crew.IsCalled = false;
        if (crew.MostUrgent() < 0) return;
        var opening = crew.Window.NextOpen(_now);
        if (opening > _now)
        {
            PlanOpening(crew, opening);
            return;
        }

        while (crew.MostUrgent() is var rank and >= 0 && crew.FindFree(_now) is var group and >= 0)
        {
            if (_model.Dispatch == DispatchMode.StrictList && !crew.IsNext(rank, States)) return;
            StartPart(crew, crew.Body.ByRank[rank], group);
        }
    }

    private void PlanOpening(Crew crew, double opening)
    {
        if (crew.PlannedOpening == opening) return;
        crew.PlannedOpening = opening;
        _queue.Add(new(opening, EventKind.WindowOpened, Array.IndexOf(Crews, crew)));
    }

    private void StartPart(Crew crew, int resource, int group)
    {
        ref var state = ref States[resource];
        var finish = crew.Window.Finish(_now, state.PartHours);
        crew.Take(group);
        crew.Hours[group] += finish <= OutageSimulation.Horizon ? state.PartHours : crew.Window.HoursBetween(_now, OutageSimulation.Horizon);
        if (--state.Unstarted == 0) crew.ClearReady(_model.Resources[resource].Rank);
        _queue.Add(new(finish, EventKind.PartDone, resource, group));
        _trace?.Part(resource, _now, finish);
    }

    private Crew CrewOf(int resource) => Crews[_model.Resources[resource].Body];

    private void Call(Crew crew)
    {
        if (crew.IsCalled) return;
        crew.IsCalled = true;
        _called.Add(crew);
    }
}
