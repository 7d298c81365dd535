using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Oracle;

/// <summary>The recovery of one run, as plainly as it can be said: at every moment everything is asked again from scratch.</summary>
/// <remarks>It shares the random function, the distributions and the required times with the engine, and nothing else.</remarks>
internal sealed class SlowEngine
{
    private const double Same = 1e-9;

    private readonly RegionInput _region;
    private readonly OutageInput _outage;
    private readonly RunOptions _options;
    private readonly int _start;
    private readonly Dictionary<EntityRef, ResourceInput> _resources;
    private readonly Dictionary<EntityRef, Requirement> _requirements;
    private readonly Dictionary<EntityRef, Job> _jobs = [];
    private readonly List<Part> _parts = [];
    private readonly Dictionary<EntityRef, double> _gatePasses = [];
    private readonly Dictionary<EntityRef, double> _capacities = [];

    public SlowEngine(RegionInput region, OutageInput outage, RunOptions options, int run)
    {
        (_region, _outage, _options, _start) = (region, outage, options, (run / 8 + new[] { 0, 4, 2, 6, 1, 5, 3, 7 }[run % 8] * outage.Starts / 8) % outage.Starts);
        Draws = new(outage, new(options.Seed, options.Runs, options.Points ?? PointPlan.Of(region, outage)), run);
        _resources = region.Bodies.SelectMany(b => b.Resources.Select(r => (new EntityRef(b.Key, r.Key), r))).ToDictionary();
        _requirements = Requirements.Propagate(region).ToDictionary(r => r.Resource);
        foreach (var (name, resource) in _resources)
            if (Draws.HitOf(name) is { } hit)
                _jobs.Add(name, NewJob(name, resource, hit.Kind, hit.Gates));
        Play();
    }

    public SlowDraws Draws { get; }

    /// <summary>All moments at which anything happened, ascending.</summary>
    public List<double> Moments { get; } = [];

    public double GatePasses(EntityRef gate) => _gatePasses.GetValueOrDefault(gate, double.PositiveInfinity);

    /// <summary>Least group of the greatest member at some time.</summary>
    public double NeedCapacity(IReadOnlyList<NeedGroupInput> needs, double time)
    {
        _capacities.Clear();
        return OfGroups(needs, time);
    }

    public double Capacity(EntityRef resource, double time)
    {
        _capacities.Clear();
        return OfResource(resource, time);
    }

    private double OfGroups(IReadOnlyList<NeedGroupInput> needs, double time)
        => needs.Select(group => group.Members.Max(m => m.Capacity * OfResource(m.Resource, time))).Append(1).Min();

    private double OfResource(EntityRef resource, double time)
    {
        if (_capacities.TryGetValue(resource, out var known)) return known;
        return _capacities[resource] = Math.Min(Own(resource, time), OfGroups(_resources[resource].Needs, time));
    }

    private double Own(EntityRef resource, double time)
        => !_jobs.TryGetValue(resource, out var job) ? 1 : (double)job.Ups.Count(up => up <= time + Same) / (job.HasBatches ? job.Parts : 1);

    private Job NewJob(EntityRef name, ResourceInput resource, HitKind kind, HashSet<EntityRef> gates)
    {
        var damaged = kind == HitKind.Damaged;
        var work = kind switch
        {
            HitKind.Isolated => 0,
            HitKind.Stopped => Draws.Draw(resource.CheckWork, ChancePurpose.CheckWork, name.Body, name.Key),
            _ => Draws.Draw(resource.RestoreWork, ChancePurpose.RestoreWork, name.Body, name.Key),
        };
        if (damaged && !Draws.Happens(resource.BackupUsable, ChancePurpose.Backup, name.Body, name.Key)) work *= resource.RebuildFactor;
        work *= Draws.Slip;
        var fails = damaged && resource.Batches == 1 && Draws.Happens(resource.RestartFailure, ChancePurpose.RestartTest, name.Body, name.Key);
        return new()
        {
            Name = name,
            Isolated = kind == HitKind.Isolated,
            Gates = gates,
            Work = work,
            Rework = fails ? work * resource.RestartRepeat : 0,
            HasBatches = resource.Batches > 1 && work > 0,
            Parts = resource.Batches > 1 ? resource.Batches : resource.MaxPeople,
            Waiting = kind == HitKind.Isolated ? 0 : Draws.Draw(damaged ? resource.Waiting : resource.CheckWaiting, ChancePurpose.Waiting, name.Body, name.Key),
        };
    }

    private void Play()
    {
        for (var now = 0.0; now <= OutageSimulation.Horizon; now = NextMoment(now))
        {
            Moments.Add(now);
            while (ChangeSomething(now))
            {
            }

            foreach (var body in _region.Bodies) HandOut(body, now);
        }
    }

    // Everything that can become true at this moment without anybody taking new work; true if something did.
    private bool ChangeSomething(double now)
    {
        var changed = false;
        foreach (var gate in _outage.Gates.Where(g => !_gatePasses.ContainsKey(g.Key)))
        {
            if (!gate.After.All(g => GatePasses(g) <= now + Same) || !gate.AfterResources.All(r => Capacity(r, now) > 0)) continue;
            _gatePasses[gate.Key] = now + Draws.Draw(gate.Duration, ChancePurpose.GateDuration, gate.Key.Body, gate.Key.Key) * Math.Pow(Draws.Slip, gate.SlipExponent);
            changed = true;
        }

        foreach (var job in _jobs.Values.Where(j => !j.IsReady && IsReady(j, now)))
        {
            job.IsReady = changed = true;
            if (job.Work > 0) job.Unstarted = job.Parts;
            else job.Ups.Add(now + job.Waiting);
        }

        foreach (var part in _parts.Where(p => !p.IsDone && p.Finish <= now + Same))
        {
            part.IsDone = changed = true;
            part.Job.Done++;
            AfterPart(part.Job, now);
        }

        return changed;
    }

    private static void AfterPart(Job job, double now)
    {
        if (job.HasBatches)
        {
            job.Ups.Add(now + job.Waiting);
        }
        else if (job.Done == job.Parts)
        {
            if (job.Rework > 0) (job.Work, job.Rework, job.Unstarted, job.Done) = (job.Rework, 0, job.Parts, 0);
            else job.Ups.Add(now + job.Waiting);
        }
    }

    private bool IsReady(Job job, double now)
    {
        var resource = _resources[job.Name];
        return job.Gates.All(g => GatePasses(g) <= now + Same)
            && (job.Isolated || (resource.Prerequisites ?? resource.Needs).All(group => group.Members.Any(m => Capacity(m.Resource, now) > 0)));
    }

    private void HandOut(BodyInput body, double now)
    {
        var window = Window(body);
        while (window.IsOpen(now) && NextJob(body) is { } job && FreeWorker(body, now) is { } worker)
        {
            job.Unstarted--;
            job.HasStarted = true;
            _parts.Add(new() { Job = job, Worker = worker, Finish = window.Finish(now, job.Work / job.Parts) });
        }
    }

    private Job? NextJob(BodyInput body)
    {
        var order = _options.RestartOrder ?? [];
        var jobs = _jobs.Values.Where(j => j.Name.Body == body.Key && j.Work > 0)
            .OrderBy(j => order.Contains(j.Name) ? order.ToList().IndexOf(j.Name) : int.MaxValue)
            .ThenBy(j => _requirements.TryGetValue(j.Name, out var r) ? r.RequiredTime : double.PositiveInfinity)
            .ThenByDescending(j => _requirements.TryGetValue(j.Name, out var r) ? r.CasesPerWeek : 0)
            .ThenBy(j => j.Name.Key, StringComparer.Ordinal)
            .ToArray();
        var next = Array.Find(jobs, j => j.Unstarted > 0);
        if (next is null || _options.Dispatch == DispatchMode.MostUrgentReady) return next;
        return jobs.TakeWhile(j => j != next).All(j => !order.Contains(j.Name) || (j.HasStarted && j.Unstarted == 0)) ? next : null;
    }

    private string? FreeWorker(BodyInput body, double now)
    {
        var team = body.Team;
        var present = team.People == 0 ? 0 : Math.Max(1, (int)Math.Floor(team.People * (1 - team.ShareAbsent) + 0.5));
        if (Busy("") < present) return "";
        foreach (var help in team.Help)
        {
            var arrival = Arrival(body, help);
            if (arrival <= now + Same && now < arrival + help.Stay && Busy(help.Key) < help.People) return help.Key;
        }

        return null;

        int Busy(string worker) => _parts.Count(p => !p.IsDone && p.Job.Name.Body == body.Key && p.Worker == worker);
    }

    private double NextMoment(double now)
    {
        var candidates = _gatePasses.Values
            .Concat(_jobs.Values.SelectMany(j => j.Ups))
            .Concat(_parts.Where(p => !p.IsDone).Select(p => p.Finish))
            .Concat(_region.Bodies.SelectMany(b => b.Team.Help.Select(h => Arrival(b, h))))
            .Concat(_region.Bodies.Where(b => _jobs.Values.Any(j => j.Name.Body == b.Key && j.Unstarted > 0)).Select(b => Window(b).NextOpening(now)));
        return candidates.Where(time => time > now + Same).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private double Arrival(BodyInput body, HelpInput help) => Draws.Draw(help.Delay, ChancePurpose.HelpDelay, body.Key, help.Key);

    private SlowWindow Window(BodyInput body) => new(body.Team.WorkHours.Count > _start ? body.Team.WorkHours[_start] : body.Team.WorkHours[0]);

    private sealed class Job
    {
        public required EntityRef Name { get; init; }

        public required bool Isolated { get; init; }

        public required HashSet<EntityRef> Gates { get; init; }

        public required double Work { get; set; }

        public required double Rework { get; set; }

        public required bool HasBatches { get; init; }

        public required int Parts { get; init; }

        public required double Waiting { get; init; }

        public bool IsReady { get; set; }

        public bool HasStarted { get; set; }

        public int Unstarted { get; set; }

        public int Done { get; set; }

        public List<double> Ups { get; } = [];
    }

    private sealed class Part
    {
        public required Job Job { get; init; }

        public required string Worker { get; init; }

        public required double Finish { get; init; }

        public bool IsDone { get; set; }
    }
}
