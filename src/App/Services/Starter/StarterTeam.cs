using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Services.Starter;

/// <summary>The team of a starter model: own people from the answers, and the help that usually comes.</summary>
internal static class StarterTeam
{
    public static TeamContent Build(StarterFacts facts, StarterCatalogue catalogue)
    {
        var parameters = catalogue.Parameters;
        return new TeamContent
        {
            People = facts.ItStaff,
            HoursADay = parameters.Number("crisis-hours-a-day"),
            DaysAWeek = (int)parameters.Number("crisis-days-a-week"),
            ShareAbsent = parameters.Number("share-absent"),
            CostPerHour = parameters.Number("own-cost-per-hour"),
            Help = [.. catalogue.Helpers.Entries.Select(e => Contract(e.Key, e.Value, facts)).Where(c => c.People > 0)],
        };
    }

    private static HelpContract Contract(string key, HelperEntry entry, StarterFacts facts) => new()
    {
        Key = key,
        CatalogueKey = key,
        People = (int)Math.Round(entry.People * Math.Pow(facts.Size, entry.SizeExponent)),
        DelayHours = entry.DelayHours,
        StayHours = entry.StayHours,
        CostPerHour = entry.CostPerHour,
    };
}
