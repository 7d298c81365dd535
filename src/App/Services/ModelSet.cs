namespace ResilienceMonitor.Services;

/// <summary>Models that are simulated together.</summary>
public sealed record ModelSet
{
    /// <summary>The bodies asked for.</summary>
    public required IReadOnlyList<BodyModel> Asked { get; init; }

    /// <summary>Providers they depend on that were not asked for themselves.</summary>
    public required IReadOnlyList<BodyModel> Providers { get; init; }

    /// <summary>Providers of neighbours who stand in but are not simulated; a neighbour at the same provider falls with it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> PartnerProviders { get; init; }

    /// <summary>Keys of the bodies asked for that belong to others and are seen by their consent: nothing of them is kept here.</summary>
    public IReadOnlySet<string> Lent { get; init; } = new HashSet<string>();

    public IEnumerable<BodyModel> All => Asked.Concat(Providers);

    /// <summary>The same set with every model changed.</summary>
    public ModelSet Select(Func<BodyModel, BodyModel> change) => this with
    {
        Asked = [.. Asked.Select(change)],
        Providers = [.. Providers.Select(change)],
    };
}
