using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>The resources of a starter model, with work that fits the size of the body and what it told about its backup.</summary>
internal static class StarterResources
{
    public static IReadOnlyDictionary<string, ResourceContent> Build(ResourcePlan plan, StarterFacts facts, StarterCatalogue catalogue, Origin origin)
        => new SortedDictionary<string, ResourceContent>(plan.Own.ToDictionary(e => e.Key, e => Content(e.Key, e.Value, plan, facts, catalogue, origin)), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, SegmentContent> Segments(ResourcePlan plan, StarterCatalogue catalogue, Origin origin)
        => new SortedDictionary<string, SegmentContent>(
            catalogue.Segments.Entries.Keys.ToDictionary(key => key, key => new SegmentContent { CatalogueKey = key, Origin = origin }),
            StringComparer.Ordinal);

    /// <summary>One more resource. What is not in the catalogue has no needs and no entry, only work and backup as what takes longest of its kind.</summary>
    public static ResourceContent Single(string? key, ResourceKind kind, ResourcePlan plan, StarterFacts facts, StarterCatalogue catalogue, Origin origin)
    {
        if (key is not null && catalogue.Resources.Entries.TryGetValue(key, out var known)) return Content(key, known, plan, facts, catalogue, origin);
        var longest = catalogue.Resources.Entries.Where(e => e.Value.Kind == kind && e.Value.RestoreWork is not null).OrderByDescending(e => e.Value.RestoreWork!.Typical).FirstOrDefault();
        return longest.Value is null
            ? new ResourceContent { Origin = origin, Kind = kind, Host = ResourceHost.Own }
            : Content(longest.Key, longest.Value, plan, facts, catalogue, origin) with { CatalogueKey = null, Host = ResourceHost.Own, Segment = null, Needs = [], Prerequisites = null };
    }

    private static ResourceContent Content(string key, ResourceEntry entry, ResourcePlan plan, StarterFacts facts, StarterCatalogue catalogue, Origin origin)
    {
        var separate = entry.SeparateSegment is not null && facts.Answers.TelephoneSeparate == true;
        var needs = plan.NeedsOf(separate ? entry with { Needs = NeedsOutside(entry, catalogue) } : entry);
        var resource = new ResourceContent
        {
            CatalogueKey = key,
            Origin = origin,
            Kind = entry.Kind,
            Host = HostOf(entry, facts),
            Segment = separate ? entry.SeparateSegment : SegmentOf(entry, facts),
            Units = UnitsOf(entry.Kind, facts),
            Needs = needs,
        };
        return resource.Host is ResourceHost.Own && entry.RestoreWork is not null ? WithWork(resource, entry, plan, facts, catalogue.Parameters) : resource;
    }

    private static ResourceContent WithWork(ResourceContent resource, ResourceEntry entry, ResourcePlan plan, StarterFacts facts, Parameters parameters)
    {
        var work = Work(entry, facts, parameters);
        return resource with
        {
            RestoreWork = work,
            CheckWork = work.Times(parameters.Number("check-share")),
            MaxPeople = Math.Max(1, (int)Math.Round(entry.MaxPeople * Math.Pow(facts.Size, parameters.Case("people-exponent", Word(entry.Scale))))),
            WaitingHours = entry.WaitingHours ?? Spread.Of(0),
            BackupUsable = entry.Backup ? facts.BackupUsable : 1,
            RebuildFactor = entry.Backup ? entry.RebuildFactor ?? parameters.Number("rebuild-factor") : 1,
            DataLossHours = entry.Backup ? parameters.Case("data-loss-hours", StarterFacts.Word(facts.Answers.ProtectedBackup)) : 0,
            RestartFailure = parameters.Case("restart-failure", facts.RestoreTest),
            RestartRepeat = parameters.Number("restart-repeat"),
            ReplacementCost = Math.Round(entry.ReplacementEuro * facts.Size),
            Prerequisites = entry.RestartAfter.Count == 0 ? null : [.. resource.Needs, .. plan.Resolve(entry.RestartAfter)],
        };
    }

    /// <summary>What a resource that stands apart still needs: nothing of a network segment.</summary>
    private static IReadOnlyList<IReadOnlyList<string>> NeedsOutside(ResourceEntry entry, StarterCatalogue catalogue)
        => [.. entry.Needs.Where(g => g.All(k => catalogue.Resources.Entries[k].Segment is null))];

    private static Spread Work(ResourceEntry entry, StarterFacts facts, Parameters parameters)
    {
        var work = entry.RestoreWork ?? Spread.Of(0);
        var scale = Word(entry.Scale);
        var factor = parameters.Number("pace")
            * Math.Pow(facts.Size, parameters.Case("work-exponent", scale))
            * parameters.Case("restore-test-factor", facts.RestoreTest)
            * (facts.IsProvider ? parameters.Case("provider-work-factor", scale) : 1);
        var least = parameters.Case("least-work-hours", scale) / work.Typical;
        var width = facts.Answers.Workplaces is null ? parameters.Number("width-when-unknown") : 1;
        return Widened(work.Times(Math.Round(Math.Max(factor, least), 4)), width);
    }

    /// <summary>Moves the ends away from the likely value, for what is not known exactly.</summary>
    private static Spread Widened(Spread spread, double width)
        => spread with { Min = spread.Min / width, Max = spread.Max * width, LogSd = spread.LogSd * width };

    private static int? UnitsOf(ResourceKind kind, StarterFacts facts) => kind switch
    {
        ResourceKind.Clients => facts.Workplaces,
        ResourceKind.SpareClients => (int)Math.Round(facts.SpareShare * facts.Workplaces, MidpointRounding.ToPositiveInfinity),
        _ => null,
    };

    private static string? SegmentOf(ResourceEntry entry, StarterFacts facts) => entry.SecondProvider && !facts.IsProvider ? null : entry.Segment;

    private static ResourceHost HostOf(ResourceEntry entry, StarterFacts facts) => entry.Place switch
    {
        Place.Vendor => facts.IsProvider ? ResourceHost.Own : ResourceHost.Vendor,
        Place.State => ResourceHost.State,
        Place.District => ResourceHost.District,
        Place.Hosted => ResourceHost.Provider,
        Place.House or Place.Centre or Place.Both => ResourceHost.Own,
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static string Word(WorkScale scale) => char.ToLowerInvariant(scale.ToString()[0]) + scale.ToString()[1..];
}
