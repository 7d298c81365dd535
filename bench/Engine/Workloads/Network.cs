namespace ResilienceMonitor.EngineBench.Workloads;

/// <summary>A workload: organisations in order, a provider before those it hosts.</summary>
internal sealed record Network(IReadOnlyList<Organisation> Organisations)
{
    public int Assets { get; } = Organisations.Sum(o => o.Assets.Count);

    public int Services { get; } = Organisations.Sum(o => o.Services.Count);
}

/// <summary>A provider or an administration, whose own people restore its assets.</summary>
/// <param name="Number">Its place in the network.</param>
/// <param name="FirstAsset">Its assets are numbered from here, over the whole network.</param>
/// <param name="FirstService">The same for its services.</param>
/// <param name="Parent">Its provider, or nobody.</param>
/// <param name="Size">What it was made from.</param>
/// <param name="Assets">Base assets, then applications.</param>
/// <param name="Services">Empty for a provider.</param>
internal sealed record Organisation(int Number, int FirstAsset, int FirstService, Organisation? Parent, OrganisationSize Size, IReadOnlyList<Asset> Assets, IReadOnlyList<Service> Services);

/// <param name="Base">Base assets.</param>
/// <param name="Applications">Applications on them.</param>
/// <param name="Teams">Own teams, there from the start.</param>
/// <param name="AidTeams">Teams of others that arrive later.</param>
/// <param name="HitBase">Chance to be hit: this plus <paramref name="HitSlope"/> times the severity at the provider, or times the severity of the time.</param>
/// <param name="HitSlope">See there.</param>
internal sealed record OrganisationSize(int Base, int Applications, int Teams, int AidTeams, double HitBase, double HitSlope)
{
    public int Assets => Base + Applications;
}

/// <param name="Rank">Urgency within its organisation, 0 first.</param>
/// <param name="Needs">Assets it needs, numbered over the whole network.</param>
internal sealed record Asset(int Rank, IReadOnlyList<int> Needs);

/// <param name="Needs">Assets it needs, all of them.</param>
/// <param name="OneOf">Two assets of which one will do, or none.</param>
/// <param name="HasFallback">It can be delivered by hand.</param>
/// <param name="Mtpd">Longest tolerable outage in hours.</param>
/// <param name="Citizens">People served.</param>
/// <param name="CostPerHour">Euro lost an hour.</param>
internal sealed record Service(IReadOnlyList<int> Needs, (int A, int B)? OneOf, bool HasFallback, double Mtpd, double Citizens, double CostPerHour);
