using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Short ways to say what an example consists of. Bodies are called "town" unless a test says otherwise.</summary>
internal static class Model
{
    public const string Town = "town";

    public static EntityRef Ref(string key, string body = Town) => new(body, key);

    public static NeedGroupInput Need(string key, double capacity = 1, string body = Town) => new([new(Ref(key, body), capacity)]);

    public static NeedGroupInput OneOf(params (string Key, double Capacity)[] members) => new([.. members.Select(m => new NeedMemberInput(Ref(m.Key), m.Capacity))]);

    public static ResourceInput Resource(string key, double work = 0, double waiting = 0, int people = 1, params NeedGroupInput[] needs) => new()
    {
        Key = key,
        RestoreWork = Distribution.Fixed(work),
        Waiting = Distribution.Fixed(waiting),
        MaxPeople = people,
        Needs = needs,
    };

    public static ServiceInput Service(string key, params NeedGroupInput[] needs) => new() { Key = key, CasesPerWeek = 168, Needs = needs };

    public static SubstituteInput Substitute(string key, double start, double capacity) => new() { Key = key, Start = Distribution.Fixed(start), Capacity = capacity };

    public static TeamInput Team(int people, params HelpInput[] help) => new() { People = people, Help = help };

    public static HelpInput Help(string key, int people, double delay, double stay = double.PositiveInfinity)
        => new() { Key = key, People = people, Delay = Distribution.Fixed(delay), Stay = stay };

    public static BodyInput Body(TeamInput team, ResourceInput[] resources, params ServiceInput[] services)
        => new() { Key = Town, Team = team, Resources = resources, Services = services };

    public static RegionInput Region(params BodyInput[] bodies) => new() { Bodies = bodies };

    public static RegionInput Region(TeamInput team, ResourceInput[] resources, params ServiceInput[] services) => Region(Body(team, resources, services));

    /// <summary>An outage that damages the named resources of the town, always.</summary>
    public static OutageInput Damage(params string[] keys) => Hit(HitKind.Damaged, [], keys);

    public static OutageInput Hit(HitKind kind, EntityRef[] gates, params string[] keys)
        => new() { Hits = [new() { Key = Ref("segment"), Members = [.. keys.Select(key => new HitInput(Ref(key), kind, 1, gates))] }] };

    public static GateInput Gate(string key, double hours, params EntityRef[] after) => new() { Key = Ref(key), Duration = Distribution.Fixed(hours), After = after };

    public static OutageResult Run(RegionInput region, OutageInput outage, RunOptions? options = null)
        => OutageSimulation.Run(region, outage, options ?? new RunOptions { Runs = 1 }, null, Xunit.TestContext.Current.CancellationToken);

    public static ServiceResult ServiceOf(this OutageResult result, string key, string body = Town)
        => result.Bodies.Single(b => b.Key == body).Services.Single(s => s.Key == key);

    public static ResourceResult ResourceOf(this OutageResult result, string key, string body = Town)
        => result.Bodies.Single(b => b.Key == body).Resources.Single(r => r.Key == key);

    /// <summary>When a resource is up in the only run.</summary>
    public static double Up(this OutageResult result, string key, string body = Town) => result.ResourceOf(key, body).Up.P50;
}
