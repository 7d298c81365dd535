using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Starter;

/// <summary>The services of a starter model: own ones complete, those of others as a name with its responsibility.</summary>
internal static class StarterServices
{
    private const double WeeksAYear = 52;

    public static IReadOnlyDictionary<string, ServiceContent> Build(ResourcePlan plan, StarterFacts facts, StarterCatalogue catalogue, Origin origin)
        => new SortedDictionary<string, ServiceContent>(
            plan.Responsibilities.ToDictionary(r => r.Key, r => Content(r.Key, r.Value, plan, facts, catalogue, origin)),
            StringComparer.Ordinal);

    private static ServiceContent Content(string key, Responsibility responsibility, ResourcePlan plan, StarterFacts facts, StarterCatalogue catalogue, Origin origin)
    {
        var entry = catalogue.Services.Entries[key];
        var service = new ServiceContent
        {
            CatalogueKey = key,
            Origin = origin,
            Responsibility = responsibility,
            LeikaKeys = entry.LeikaKeys,
            ProductNumber = entry.ProductNumber,
            CasesPerWeek = CasesPerWeek(entry, facts),
            RoundTheClock = entry.RoundTheClock,
            EmergencyLevel = entry.EmergencyLevel,
            MtpdHours = entry.MtpdHours,
            RtoHours = entry.RtoHours,
            RpoHours = entry.RpoHours,
            PeopleServed = (int)Math.Round(entry.PeopleServedPer10000 is { } served ? served * facts.Population / 10000 : facts.Population),
        };
        if (responsibility != Responsibility.Own) return service;
        return service with
        {
            Needs = plan.Resolve([.. catalogue.Bundles.Entries[entry.Bundle].For(facts), .. entry.Needs]),
            Deadlines = [.. entry.Deadlines.Select(d => Deadline(key, d))],
            Substitutes = StarterSubstitutes.Build(key, entry, plan, facts, catalogue.Parameters),
            ExtraCapacity = catalogue.Parameters.Number("extra-capacity"),
            LossPerCaseDay = entry.LossPerCaseDay,
            ExpiryHours = entry.ExpiryHours,
            LossPerExpiredCase = entry.LossPerExpiredCase,
            IncomePerCase = entry.IncomePerCase,
        };
    }

    private static double CasesPerWeek(ServiceEntry entry, StarterFacts facts)
    {
        var cases = facts.Answers.HospitalInTown switch
        {
            true => entry.CasesWithHospital,
            false => entry.CasesWithoutHospital,
            null => null,
        } ?? entry.Cases;
        return Math.Round((cases.PerBody + (cases.Per10000 * facts.Population / 10000)) / WeeksAYear, 3);
    }

    private static Deadline Deadline(string service, DeadlineEntry entry) => new()
    {
        Key = entry.Key,
        CatalogueKey = $"{service}/{entry.Key}",
        Rule = entry.Rule,
        Day = entry.Day,
        Months = entry.Months,
        LeadDays = entry.LeadDays,
    };
}
