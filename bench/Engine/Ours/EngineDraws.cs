using ResilienceMonitor.EngineBench.Plain;
using ResilienceMonitor.EngineBench.Workloads;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.EngineBench.Ours;

/// <summary>The luck of our engine, from the description of its random function, for other engines: trial t is the first run of the seed t.</summary>
internal sealed class EngineDraws(Network network) : IDraws
{
    private static readonly Distribution Detection = Distribution.LogNormal(12, 0.8);
    private static readonly Distribution Forensics = Distribution.Pert(24, 96, 336);
    private static readonly Distribution AidArrival = Distribution.Triangular(24, 72, 168);
    private static readonly Distribution RebuildBase = Distribution.LogNormal(40, 0.6);
    private static readonly Distribution RestoreApplication = Distribution.LogNormal(16, 0.7);
    private static readonly Distribution Check = Distribution.Triangular(1, 3, 8);
    private static readonly Distribution Reconnection = Distribution.Triangular(0.5, 2, 12);
    private static readonly Distribution ByHand = Distribution.Pert(4, 24, 120);

    private readonly int[] ownerOfAsset = Owners(network, o => o.Assets.Count);
    private readonly int[] ownerOfService = Owners(network, o => o.Services.Count);
    private ulong seed;

    public double Global => U(ChancePurpose.Severity);

    public void Begin(int trial) => seed = (ulong)trial;

    public OrganisationDraw Organisation(int organisation)
    {
        var body = AsRegion.BodyOf(network.Organisations[organisation]);
        return new(
            U(ChancePurpose.Severity, body, AsRegion.Hit),
            Detection.Quantile(U(ChancePurpose.GateDuration, body, AsRegion.Detection)),
            Forensics.Quantile(U(ChancePurpose.GateDuration, body, AsRegion.Forensics)),
            U(ChancePurpose.GroupHit, body, AsRegion.Hit),
            AidArrival.Quantile(U(ChancePurpose.HelpDelay, body, AsRegion.Aid)));
    }

    public AssetDraw Asset(int asset, bool isBase)
    {
        var owner = network.Organisations[ownerOfAsset[asset]];
        var (body, key) = (AsRegion.BodyOf(owner), AsRegion.AssetKey(asset - owner.FirstAsset));
        return new(
            U(ChancePurpose.MemberHit, body, AsRegion.Hit, body, key),
            (isBase ? RebuildBase : RestoreApplication).Quantile(U(ChancePurpose.RestoreWork, body, key)),
            Check.Quantile(U(ChancePurpose.CheckWork, body, key)),
            Reconnection.Quantile(U(ChancePurpose.Waiting, body, key)));
    }

    public double Fallback(int service)
    {
        var owner = network.Organisations[ownerOfService[service]];
        return ByHand.Quantile(U(ChancePurpose.SubstituteStart, AsRegion.BodyOf(owner), AsRegion.ServiceKey(service - owner.FirstService), AsRegion.Fallback));
    }

    private double U(ChancePurpose purpose, params ReadOnlySpan<string> keys) => Chance.Uniform(seed, 0, Chance.Entity(keys), purpose);

    private static int[] Owners(Network network, Func<Organisation, int> count) => [.. network.Organisations.SelectMany(o => Enumerable.Repeat(o.Number, count(o)))];
}
