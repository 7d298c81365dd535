using Microsoft.Extensions.Localization;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Calibration;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Handbook;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Providers;
using ResilienceMonitor.Reports;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables;

namespace ResilienceMonitor.Overview.Search;

/// <summary>The pages somebody can go to: those of the navigation, and those one step further.</summary>
public sealed class SearchedPages(IEnumerable<NavItem> navigation, IStringLocalizerFactory texts, Actor actor)
{
    private static readonly IReadOnlyList<(string Href, Type Texts, string Key)> Further =
    [
        ("/resources", typeof(ServicesTexts), "resources.title"),
        ("/dependencies", typeof(ServicesTexts), "tabs.picture"),
        ("/tables", typeof(TablesTexts), "page.title"),
        ("/tables/import", typeof(TablesTexts), "import.title"),
        ("/tables/lists", typeof(TablesTexts), "list.title"),
        ("/providers", typeof(ProvidersTexts), "page.title"),
        ("/council-paper", typeof(ReportsTexts), "paper.title"),
        ("/situation-report", typeof(ReportsTexts), "situation.title"),
        ("/simulation/remaining", typeof(ForecastsTexts), "remaining.title"),
        ("/check", typeof(OverviewTexts), "check.title"),
        ("/handbook", typeof(HandbookTexts), "title"),
        ("/calibration", typeof(CalibrationTexts), "page.title"),
        ("/bodies", typeof(BodiesTexts), "list.title"),
        ("/bodies/import", typeof(BodiesTexts), "import.title"),
        ("/account", typeof(IdentityTexts), "account.title"),
    ];

    public IEnumerable<(string Href, string Name)> All() =>
        navigation.Where(i => i.IsFor(actor)).OrderBy(i => i.Order).Select(i => (i.Href, i.Texts, i.TextKey)).Concat(Further).Select(p => (p.Href, texts.Create(p.Item2)[p.Item3].Value));
}
