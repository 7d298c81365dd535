using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>A random region with a random outage that use every feature of the engine.</summary>
/// <remarks>Resources and gates are made in one sequence, and each waits only for earlier ones, so that there is never a cycle.</remarks>
internal sealed class RandomNetwork
{
    private readonly Dice _dice;
    private readonly NetworkTraits _traits;
    private readonly List<EntityRef> _resources = [];
    private readonly List<GateInput> _gates = [];
    private readonly List<HitInput> _hits = [];
    private readonly List<EntityRef> _services = [];
    private readonly Dictionary<string, (List<ResourceInput> Resources, List<ServiceInput> Services)> _bodies = [];

    private RandomNetwork(ulong seed, NetworkTraits traits)
    {
        (_dice, _traits) = (new(seed), traits);
        for (var i = _dice.Number(3); i >= 0; i--) _bodies.Add($"body{i}", ([], []));
        for (var i = 4 + _dice.Number(16); i > 0; i--)
        {
            if (_dice.Happens(0.25)) AddGate(i);
            AddResource(i);
        }

        for (var i = 1 + _dice.Number(6); i > 0; i--) AddService(i);
        Region = new() { Bodies = [.. _bodies.Select(entry => Body(entry.Key, entry.Value.Resources, entry.Value.Services))] };
        Outage = MakeOutage();
    }

    public RegionInput Region { get; }

    public OutageInput Outage { get; }

    /// <summary>All resources in the order in which they were made, so that none comes before what it waits for.</summary>
    public IReadOnlyList<EntityRef> Resources => _resources;

    public static RandomNetwork Of(ulong seed, NetworkTraits? traits = null) => new(seed, traits ?? NetworkTraits.Everything);

    private void AddGate(int i)
    {
        var body = _dice.Pick([.. _bodies.Keys]);
        _gates.Add(new()
        {
            Key = new(body, $"gate{i}"),
            Duration = Hours(0, 60),
            After = _dice.Some([.. _gates.Select(g => g.Key)], 2),
            AfterResources = _dice.Some(_resources, 1),
            SlipExponent = _dice.Pick([0.0, 0.5, 1.0]),
            DetectedBy = _dice.Some([.. _bodies.Keys], 1),
        });
    }

    private void AddResource(int i)
    {
        var body = _dice.Pick([.. _bodies.Keys]);
        var isFleet = _dice.Happens(0.2);
        _bodies[body].Resources.Add(new()
        {
            Key = $"resource{i}",
            RestoreWork = _dice.Happens(0.1) ? Distribution.Zero : Hours(1, 80),
            CheckWork = Hours(0, 8),
            Waiting = _dice.Happens(0.5) ? Distribution.Zero : Hours(0, 50),
            CheckWaiting = _dice.Happens(0.7) ? Distribution.Zero : Hours(0, 20),
            MaxPeople = 1 + _dice.Number(4),
            BackupUsable = _dice.Pick([1.0, 0.7]),
            RebuildFactor = _dice.Pick([1.0, 2.5]),
            DataLossHours = _dice.Pick([0.0, 24, 200]),
            RestartFailure = _traits.RestartFailures ? _dice.Pick([0.0, 0.5]) : 0,
            RestartRepeat = 0.4,
            Batches = isFleet ? 2 + _dice.Number(19) : 1,
            Needs = Groups(3),
            Prerequisites = _dice.Happens(0.5) ? null : Groups(2),
            RequiredTimeOverride = _dice.Happens(0.1) ? _dice.Between(0, 100) : null,
            ReplacementCost = 100,
        });
        var name = new EntityRef(body, $"resource{i}");
        for (var hits = _dice.Number(3); hits > 0; hits--)
            _hits.Add(new(name, _dice.Pick([HitKind.Isolated, HitKind.Stopped, HitKind.Damaged, HitKind.Damaged]), _dice.Pick([1.0, 0.7]), _dice.Some([.. _gates.Select(g => g.Key)], 2), _dice.Pick([0, -0.7])));
        _resources.Add(name);
    }

    private void AddService(int i)
    {
        var body = _dice.Pick([.. _bodies.Keys]);
        _bodies[body].Services.Add(new()
        {
            Key = $"service{i}",
            CasesPerWeek = _dice.Pick([0.0, 20, 200]),
            Needs = Groups(3),
            EmergencyLevel = _dice.Pick([0.1, 0.5, 0.8, 1.0]),
            Mtpd = _dice.Happens(0.5) ? _dice.Between(1, 300) : null,
            Rpo = _dice.Happens(0.5) ? 48 : null,
            ExtraCapacity = _dice.Pick([0.0, 0.3, 2]),
            ExpiryAge = _dice.Happens(0.5) ? _dice.Between(10, 300) : null,
            LossPerCaseDay = 1,
            LossPerExpiredCase = 10,
            IncomePerCase = 5,
            Deadlines = _dice.Happens(0.5) ? [new() { Key = "pay", Lead = 48, Due = [[30, 130, 400], [-20, 10, 60]] }] : [],
            Substitutes = [.. Enumerable.Range(0, _dice.Number(3)).Select(Substitute)],
        });
        _services.Add(new(body, $"service{i}"));
    }

    private SubstituteInput Substitute(int i) => new()
    {
        Key = $"substitute{i}",
        Start = Hours(0, 100),
        Capacity = _dice.Between(0, 1),
        Endurance = _dice.Happens(0.5) ? _dice.Between(0, 200) : double.PositiveInfinity,
        RekeyShare = _dice.Pick([0.0, 0.5, 1]),
        Needs = Groups(1),
        Partner = _services.Count > 0 && _dice.Happens(0.3) ? _dice.Pick(_services) : null,
        RepeatsLastRun = _dice.Happens(0.3),
    };

    private NeedGroupInput[] Groups(int most)
    {
        if (_resources.Count == 0) return [];
        return [.. Enumerable.Range(0, _dice.Number(most + 1)).Select(_ => Group())];
    }

    private NeedGroupInput Group() => new([.. Enumerable.Range(0, 1 + _dice.Number(3) / 2).Select(i => new NeedMemberInput(_dice.Pick(_resources), i == 0 ? 1 : _dice.Pick([1, 0.6])))]);

    private BodyInput Body(string key, List<ResourceInput> resources, List<ServiceInput> services) => new()
    {
        Key = key,
        Resources = resources,
        Services = services,
        Team = new()
        {
            People = _traits.UnlimitedPeople ? 1000 : _dice.Number(4),
            ShareAbsent = _traits.UnlimitedPeople ? 0 : _dice.Between(0, 0.5),
            CostPerHour = 50,
            WorkHours = _traits.WorkWindows && _dice.Happens(0.5) ? [DailyWindow(7, 17), DailyWindow(0, 12)] : [WorkCalendar.AlwaysOpen],
            Help = _dice.Happens(0.5) ? [new() { Key = "help", People = 1 + _dice.Number(2), Delay = Hours(0, 100), Stay = _traits.HelpLeaves ? 100 : double.PositiveInfinity, CostPerHour = 80 }] : [],
        },
    };

    private OutageInput MakeOutage()
    {
        var half = _hits.Count / 2;
        return new()
        {
            Gates = _gates,
            Slip = _dice.Happens(0.5) ? Distribution.Triangular(1, 1.2, 2) : Distribution.Fixed(1),
            Starts = 2,
            Hits =
            [
                new()
                {
                    Key = new("region", "outer"),
                    Chance = 0.9,
                    ChanceBySeverity = _dice.Pick([0, 0.1, -0.4]),
                    Members = _hits[..half],
                    Groups = [new() { Key = new("region", "inner"), Chance = 0.6, ChanceBySeverity = _dice.Pick([0, 0.4, -0.5]), Members = _hits[half..] }],
                },
            ],
        };
    }

    private Distribution Hours(double least, double greatest) => _dice.Number(5) switch
    {
        0 => Distribution.Fixed(_dice.Between(least, greatest)),
        1 => Distribution.LogNormal(_dice.Between(Math.Max(least, 0.1), greatest), 0.8),
        2 => Distribution.Pert(least, (3 * least + greatest) / 4, greatest),
        3 => Distribution.Mixture(new(1, Distribution.Fixed(_dice.Between(least, greatest))), new(2, Distribution.Triangular(least, (least + greatest) / 2, greatest))),
        _ => Distribution.Triangular(least, (least + greatest) / 3, greatest),
    };

    private static WorkCalendar DailyWindow(double open, double close) => new([.. Enumerable.Range(0, 400).SelectMany(day => new[] { 24.0 * day + open, 24.0 * day + close })]);
}
