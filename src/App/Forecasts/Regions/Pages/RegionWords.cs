using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Parts;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Forecasts.Regions.Pages;

/// <summary>What a region page says in words.</summary>
internal static class RegionWords
{
    public static string Lead(RegionOverview region, int hour) => region.IsComputed
        ? $"{region.Title}: {Map(region, hour)}"
        : RegionTexts.Get(region.Facts.Members.Count == 0 ? "lead.unseen" : "lead.computing", region.Title);

    /// <summary>"Nach 3 Tagen stehen in 7 von 9 Verwaltungen die meisten Leistungen still."</summary>
    public static string Map(RegionOverview region, int hour)
    {
        var step = Array.IndexOf(RegionSteps.Hours, hour);
        var levels = region.Facts.Members.Select(m => m.Levels[step]).Where(l => l.Services > 0).ToList();
        return RegionTexts.Get("answer", Upper(hour == 0 ? RegionTexts.Get("step.start") : Say.After(hour)), levels.Count(l => l.MostlyStopped), levels.Count);
    }

    public static string Step(int hour) => hour == 0 ? RegionTexts.Get("step.0") : Say.Duration(hour);

    /// <summary>All four states, for those who do not see the tile.</summary>
    public static string States(BodyLevel level) =>
        level.Services == 0 ? RegionTexts.Get("services.none") : RegionTexts.Get("states", level.Count(ServiceState.Stopped), level.Services, level.Count(ServiceState.Substitute), level.Count(ServiceState.Backlog));

    public static string Stopped(BodyLevel level) =>
        level.Services == 0 ? RegionTexts.Get("services.none") : RegionTexts.Get("stopped", level.Count(ServiceState.Stopped), level.Services);

    public static string Counted(BodyLevel level) => level.Services == 0 ? "–" : RegionTexts.Get("counted", level.Count(ServiceState.Stopped), level.Services);

    /// <summary>Name of a body that may be seen; any other is just another one.</summary>
    public static string Name(RegionOverview region, ItemNames names, string key) =>
        region.Facts.Members.Concat(region.Facts.Others).FirstOrDefault(m => m.Key == key) is { } known ? names.Of(key, known.Name, known.CatalogueKey) : RegionTexts.Get("another");

    /// <summary>Name of a provider; where several are called the same, with whom each serves.</summary>
    public static string ProviderName(RegionOverview region, ItemNames names, ProviderShare share)
    {
        if (share.Provider is null) return RegionTexts.Get("providers.none");
        var name = Name(region, names, share.Provider);
        if (region.Facts.Providers.Count(p => p.Provider is not null && Name(region, names, p.Provider) == name) == 1) return name;
        var customers = share.Bodies.Select(b => Name(region, names, b)).Order(GermanOrder.Comparer).ToList();
        return customers.Count == 1 ? RegionTexts.Get("providers.of-one", name, customers[0]) : RegionTexts.Get("providers.of-many", name, customers[0], customers.Count - 1);
    }

    public static string Others(RegionOverview region) => string.Join(" ", new[]
    {
        region.NamedOnly.Count > 0 ? RegionTexts.Get("others.named", string.Join(", ", region.NamedOnly)) : "",
        region.Unnamed > 0 ? RegionTexts.Count("others.unnamed", region.Unnamed) : "",
    }.Where(t => t.Length > 0));

    public static string Concentration(RegionOverview region, ItemNames names)
    {
        if (region.Facts.Providers.FirstOrDefault(p => p.Provider is not null) is not { } most) return RegionTexts.Get("providers.nobody");
        return RegionTexts.Get("providers.answer", ProviderName(region, names, most), most.Services, most.AllServices, most.Bodies.Count, Say.Number(most.Inhabitants));
    }

    public static string Cover(RegionOverview region)
    {
        var without = RegionTexts.Get("cover.without", region.Facts.WithoutCover, region.Facts.Members.Count(m => m.Kind is BodyKind.Municipality or BodyKind.District));
        if (region.Facts.Cover.Count == 0) return without;
        var gaps = region.Facts.Cover.Count(c => c.Gaps > 0);
        var unknown = region.Facts.Cover.Count(c => c.Services.Any(s => s.State == CoverState.Unknown));
        var answer = gaps > 0 ? RegionTexts.Count("cover.gaps", gaps) : RegionTexts.Get(unknown > 0 ? "cover.unknown" : "cover.no-gaps");
        return $"{answer} {without}";
    }

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];
}
