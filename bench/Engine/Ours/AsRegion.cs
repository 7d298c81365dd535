using ResilienceMonitor.EngineBench.Workloads;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.EngineBench.Ours;

/// <summary>A workload in the words of the simulation.</summary>
internal static class AsRegion
{
    public const string Hit = "hit";
    public const string Detection = "detection";
    public const string Forensics = "forensics";
    public const string Aid = "aid";
    public const string Fallback = "fallback";

    private static readonly Distribution Reconnection = Distribution.Triangular(0.5, 2, 12);

    public static string BodyOf(Organisation organisation) => $"o{organisation.Number}";

    public static string AssetKey(int number) => $"a{number}";

    public static string ServiceKey(int number) => $"s{number}";

    public static RegionInput Region(Network network)
    {
        var names = new EntityRef[network.Assets];
        foreach (var organisation in network.Organisations)
            for (var i = 0; i < organisation.Assets.Count; i++) names[organisation.FirstAsset + i] = new(BodyOf(organisation), AssetKey(i));
        return new() { Bodies = [.. network.Organisations.Select(o => Body(o, names))] };
    }

    public static OutageInput Outage(Network network)
    {
        var hosted = network.Organisations.Where(o => o.Parent is not null).ToLookup(o => o.Parent!.Number);
        return new()
        {
            Gates = [.. network.Organisations.SelectMany(GatesOf)],
            Hits = [.. network.Organisations.Where(o => o.Parent is null).Select(o => Group(o, [.. hosted[o.Number].Select(h => Group(h, []))]))],
        };
    }

    /// <summary>The ranks of the workload.</summary>
    public static IReadOnlyList<EntityRef> RestartOrder(Network network) =>
        [.. network.Organisations.SelectMany(o => o.Assets.Index().OrderBy(a => a.Item.Rank).Select(a => new EntityRef(BodyOf(o), AssetKey(a.Index))))];

    private static IEnumerable<GateInput> GatesOf(Organisation organisation)
    {
        var body = BodyOf(organisation);
        yield return new() { Key = new(body, Detection), Duration = Distribution.LogNormal(12, 0.8) };
        yield return new() { Key = new(body, Forensics), Duration = Distribution.Pert(24, 96, 336), After = [new(body, Detection)] };
    }

    private static HitGroupInput Group(Organisation organisation, IReadOnlyList<HitGroupInput> inner)
    {
        var body = BodyOf(organisation);
        IReadOnlyList<EntityRef> gates = [new(body, Forensics)];
        return new()
        {
            Key = new(body, Hit),
            Chance = organisation.Size.HitBase,
            ChanceBySeverity = organisation.Size.HitSlope,
            Groups = inner,
            Members =
            [
                .. organisation.Assets.Select((_, i) => new HitInput(new(body, AssetKey(i)), HitKind.Stopped, 1, gates)),
                .. organisation.Assets.Select((_, i) => new HitInput(new(body, AssetKey(i)), HitKind.Damaged, 0.35, gates, 0.55)),
            ],
        };
    }

    private static BodyInput Body(Organisation organisation, EntityRef[] names) => new()
    {
        Key = BodyOf(organisation),
        Resources = [.. organisation.Assets.Select((asset, i) => Resource(organisation, asset, i, names))],
        Services = [.. organisation.Services.Select((service, i) => Service(service, i, names))],
        Team = new()
        {
            People = organisation.Size.Teams,
            Help = [new() { Key = Aid, People = organisation.Size.AidTeams, Delay = Distribution.Triangular(24, 72, 168) }],
        },
    };

    private static ResourceInput Resource(Organisation organisation, Asset asset, int number, EntityRef[] names) => new()
    {
        Key = AssetKey(number),
        RestoreWork = number < organisation.Size.Base ? Distribution.LogNormal(40, 0.6) : Distribution.LogNormal(16, 0.7),
        CheckWork = Distribution.Triangular(1, 3, 8),
        Waiting = Reconnection,
        CheckWaiting = Reconnection,
        Needs = [.. asset.Needs.Select(n => OneOf(names[n]))],
    };

    private static ServiceInput Service(Service service, int number, EntityRef[] names) => new()
    {
        Key = ServiceKey(number),
        CasesPerWeek = service.Citizens,
        EmergencyLevel = 1,
        Mtpd = service.Mtpd,
        Needs = [.. service.Needs.Select(n => OneOf(names[n])), .. service.OneOf is var (a, b) ? [OneOf(names[a], names[b])] : Array.Empty<NeedGroupInput>()],
        Substitutes = service.HasFallback ? [new() { Key = Fallback, Capacity = 1, Start = Distribution.Pert(4, 24, 120) }] : [],
    };

    private static NeedGroupInput OneOf(params EntityRef[] members) => new([.. members.Distinct().Select(m => new NeedMemberInput(m, 1))]);
}
