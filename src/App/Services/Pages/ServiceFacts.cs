using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Services.Pages;

/// <summary>What is known of a service, in words.</summary>
internal static class ServiceFacts
{
    public static IReadOnlyList<Fact> Of(ServiceContent service) =>
    [
        new(Label("mtpdHours"), ServiceWords.Time(service.MtpdHours), "mtpdHours"),
        new(Label("rtoHours"), ServiceWords.Time(service.RtoHours), "rtoHours"),
        new(Label("rpoHours"), ServiceWords.Time(service.RpoHours), "rpoHours"),
        new(Label("emergencyLevel"), ServicesTexts.Get("emergency-level", Say.Share(service.EmergencyLevel)), "emergencyLevel"),
        new(Label("casesPerWeek"), ServiceWords.Cases(service.CasesPerWeek), "casesPerWeek"),
        new(Label("roundTheClock"), ServicesTexts.Get(service.RoundTheClock ? "hours.round-the-clock" : "hours.office"), "roundTheClock"),
        new(Label("responsibility"), ServiceWords.Of(service.Responsibility), "responsibility"),
        .. service.LeikaKeys.Count == 0 ? Array.Empty<Fact>() : [new Fact(Label("leikaKeys"), string.Join(", ", service.LeikaKeys), "leikaKeys")],
        .. service.ProductNumber is { } product ? [new Fact(Label("productNumber"), product, "productNumber")] : Array.Empty<Fact>(),
        .. service.PublishedOn is { } day ? [new Fact(Label("publishedOn"), DateWords.Day(day), "publishedOn")] : Array.Empty<Fact>(),
    ];

    /// <summary>The answer to "what if it fails": how long it may, and how it goes on.</summary>
    public static string Lead(ModelView view, ServiceContent service)
    {
        if (service.Responsibility != Responsibility.Own) return ServicesTexts.Get("service.lead.foreign", ServiceWords.Of(service.Responsibility));
        var limit = service.MtpdHours is { } hours ? ServicesTexts.Get("service.lead.limit", Say.Exactly(hours)) : ServicesTexts.Get("service.lead.no-limit");
        return $"{limit} {Continuity(view, service)}";
    }

    private static string Continuity(ModelView view, ServiceContent service)
    {
        if (service.Substitutes.Count == 0) return ServicesTexts.Get("service.lead.no-substitute");
        var prepared = service.Substitutes.Where(s => s.Prepared).OrderByDescending(s => s.Capacity).FirstOrDefault();
        if (prepared is null) return ServicesTexts.Get("service.lead.unprepared");
        return ServicesTexts.Get(prepared.Capacity < service.EmergencyLevel ? "service.lead.too-little" : "service.lead.prepared", view.NameOf(prepared.Key, prepared), Say.Share(prepared.Capacity));
    }

    private static string Label(string property) => ServicesTexts.Get($"value.{property}");
}
