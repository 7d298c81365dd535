using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>The substitutes of a service: prepared only where somebody said so, otherwise as slow as in real outages.</summary>
internal static class StarterSubstitutes
{
    private const double HoursADay = 24;

    public static IReadOnlyList<Substitute> Build(string service, ServiceEntry entry, ResourcePlan plan, StarterFacts facts, Parameters parameters)
        => [.. entry.Substitutes.Where(s => IsPossible(s, facts)).Select(s => Content(service, s, plan, facts, parameters))];

    public static IEnumerable<IReadOnlyList<string>> AllNeeds(SubstituteEntry entry) => [.. entry.Needs, .. entry.NeedsPrepared, .. entry.NeedsUnprepared];

    private static bool IsPossible(SubstituteEntry entry, StarterFacts facts)
        => (entry.States.Count == 0 || (facts.Body.State is { } state && entry.States.Contains(state)))
            && !(entry.NeedsCashDesk && facts.Answers.CashDesk == false);

    private static Substitute Content(string service, SubstituteEntry entry, ResourcePlan plan, StarterFacts facts, Parameters parameters)
    {
        var partner = entry.Kind is SubstituteKind.Neighbour && facts.Answers.NeighbourElsewhere == true ? facts.Answers.Neighbour : null;
        var prepared = entry.AlwaysPrepared || partner is not null;
        var unsure = entry.NeedsCashDesk && facts.Answers.CashDesk is null;
        // Nobody to turn to yet: it stays in the model, because an agreement with a neighbour elsewhere is a measure.
        var nobody = entry.Kind is SubstituteKind.Neighbour && facts.Answers.NeighbourElsewhere == false;
        var slower = entry.Kind is SubstituteKind.Neighbour && facts.Provider is not null ? parameters.Number("hosted-neighbour-factor") : 1;
        return new Substitute
        {
            Key = entry.Key,
            CatalogueKey = $"{service}/{entry.Key}",
            Kind = entry.Kind,
            Prepared = prepared,
            StartPrepared = entry.StartPreparedDays.Times(HoursADay),
            StartUnprepared = nobody ? null : entry.StartUnpreparedDays?.Times(HoursADay * slower),
            Capacity = entry.Capacity * (unsure ? parameters.Number("cash-desk-unknown-factor") : 1),
            EnduranceHours = entry.EnduranceDays * HoursADay,
            RekeyShare = entry.RekeyShare,
            Needs = plan.Resolve([.. entry.Needs, .. prepared ? entry.NeedsPrepared : entry.NeedsUnprepared]),
            Partner = partner,
        };
    }
}
