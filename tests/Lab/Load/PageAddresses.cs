using System.Reflection;
using Microsoft.AspNetCore.Components;
using ResilienceMonitor.Platform.Ui;

namespace ResilienceMonitor.Lab.Load;

/// <summary>Under which addresses each page of the routing table is asked for. A page without an entry ends the trial.</summary>
internal sealed class PageAddresses(Installation installation)
{
    private const string Nobody = "0199c000-0000-7000-8000-000000000001";

    // One person is enough for pages that all show the same.
    private readonly Person links = installation.People.First(v => v.Place == Place.Town);

    /// <exception cref="InvalidOperationException">A page has no entry, or an entry no page.</exception>
    public static void RequireAll(Installation installation)
    {
        var addresses = new PageAddresses(installation);
        var routes = typeof(AppShell).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).ToHashSet(StringComparer.Ordinal);
        var entries = installation.People.SelectMany(v => addresses.Of(v, new Dice(1, 1))).Select(e => e.Page.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        if (routes.Except(entries).Order(StringComparer.Ordinal).FirstOrDefault() is { } page) throw new InvalidOperationException($"{page}: say in {nameof(PageAddresses)} how it is asked for.");
        if (entries.Except(routes).Order(StringComparer.Ordinal).FirstOrDefault() is { } entry) throw new InvalidOperationException($"{entry} is no page any more; take it out of {nameof(PageAddresses)}.");
    }

    /// <summary>Links from outside may be tried so many times a minute from one address, and everybody here comes from the same one.</summary>
    public static bool IsRationed(string page) => page is "/join/{Link}" or "/answer/{Link}";

    /// <summary>Every page somebody can look at, each with one address of theirs. Offices have their long lists as pages of their own.</summary>
    public IReadOnlyList<(string Page, string Address)> Of(Person person, Dice dice)
    {
        var key = dice.Pick(person.Keys);
        IEnumerable<(string, string)> pages = person.Place switch
        {
            Place.Town => [.. OfTown(key, person, dice), .. OfEverybody(), .. person == links ? OfLinks() : []],
            Place.Office => OfOffice(dice),
            _ => OfSteward(key),
        };
        return [.. pages];
    }

    private IEnumerable<(string, string)> OfTown(string key, Person person, Dice dice)
    {
        var (service, resource) = (dice.Pick(installation.Services), dice.Pick(installation.Resources));
        return
        [
            ("/", $"/?body={key}"),
            ("/bodies", "/bodies"),
            ("/bodies/new", "/bodies/new"),
            ("/bodies/questions", "/bodies/questions"),
            ("/bodies/{Key}/questions", $"/bodies/{key}/questions"),
            ("/bodies/{Key}/questions/{Number:int}", $"/bodies/{key}/questions/7"),
            ("/bodies/{Key}/edit", $"/bodies/{key}/edit"),
            ("/bodies/import", "/bodies/import"),
            ("/services", $"/services?body={key}"),
            ("/services", $"/services?body={key}&search=antrag"),
            ("/services/{Key}", $"/services/{service}?body={key}"),
            ("/services/{Key}/edit", $"/services/{service}/edit?body={key}"),
            ("/services/{Key}/copy", $"/services/{service}/copy?body={key}&from={dice.Pick(installation.Services)}"),
            ("/resources", $"/resources?body={key}"),
            ("/resources/{Key}", $"/resources/{resource}?body={key}"),
            ("/resources/{Key}/edit", $"/resources/{resource}/edit?body={key}"),
            ("/resources/{Key}/copy", $"/resources/{resource}/copy?body={key}&from={dice.Pick(installation.Resources)}"),
            ("/change/services", $"/change/services?body={key}&keys={service}"),
            ("/change/resources", $"/change/resources?body={key}&all=true"),
            ("/dependencies", $"/dependencies?body={key}"),
            ("/dependencies", $"/dependencies?body={key}&service={service}"),
            ("/tables", $"/tables?body={key}"),
            ("/tables/import", $"/tables/import?body={key}"),
            ("/tables/lists", $"/tables/lists?body={key}"),
            ("/tables/lists/{Key}", $"/tables/lists/service-sheet?body={key}"),
            ("/providers", $"/providers?body={key}"),
            ("/providers/{Key}", $"/providers/own?body={key}"),
            ("/providers/{Key}/letter", $"/providers/own/letter?body={key}"),
            ("/region", "/region"),
            ("/simulation", $"/simulation?body={key}"),
            ("/simulation/remaining", $"/simulation/remaining?Subject={key}&Days=9"),
            ("/simulation/service/{Key}", $"/simulation/service/{service}?Of={key}"),
            ("/measures", $"/measures?body={key}"),
            ("/council-paper", $"/council-paper?body={key}"),
            ("/council-paper/print", $"/council-paper/print?body={key}&Part=annex"),
            ("/situation-report", $"/situation-report?body={key}"),
            ("/measures/new", $"/measures/new?body={key}"),
            ("/measures/{Key}/comments", $"/measures/protected-backup/comments?body={key}"),
            ("/calibration", "/calibration"),
            ("/handbook", "/handbook"),
            ("/handbook/{Chapter}", "/handbook/first-hour"),
            ("/search", $"/search?body={key}&q=antrag"),
            ("/check", $"/check?body={key}"),
            ("/people", "/people"),
            ("/people/{User:guid}", $"/people/{person.User}"),
            ("/people/tokens", "/people/tokens"),
            ("/people/respondents", "/people/respondents"),
            ("/consents", "/consents"),
            ("/trail", $"/trail?body={key}"),
            ("/trail", $"/trail?body={key}&page=4"),
            ("/trail", $"/trail?body={key}&kind=services&item={service}"),
        ];
    }

    private IEnumerable<(string, string)> OfOffice(Dice dice) =>
    [
        ("/relations (office)", "/relations"),
        ("/consents (office)", "/consents"),
        ("/consents/{Id:guid}", $"/consents/{dice.Pick(installation.Consents)}"),
        ("/people (office)", "/people"),
        ("/trail (office)", "/trail"),
    ];

    private static IEnumerable<(string, string)> OfSteward(string key) =>
    [
        ("/ (steward)", $"/?body={key}"),
        ("/bodies (steward)", "/bodies"),
        ("/bodies (steward)", "/bodies?search=dorf"),
        ("/bodies/{Key}/edit (steward)", $"/bodies/{key}/edit"),
        ("/relations", "/relations"),
        ("/services (steward)", $"/services?body={key}"),
        ("/resources (steward)", $"/resources?body={key}"),
        ("/simulation (steward)", $"/simulation?Subject={key}"),
        ("/measures (steward)", $"/measures?Subject={key}"),
        ("/check (steward)", $"/check?body={key}"),
    ];

    private static IEnumerable<(string, string)> OfLinks() => [("/join/{Link}", "/join/gilt-nicht"), ("/answer/{Link}", "/answer/gilt-nicht")];

    private static IEnumerable<(string, string)> OfEverybody() =>
    [
        ("/sign-in", "/sign-in"),
        ("/sign-in/again", "/sign-in/again"),
        ("/account", "/account"),
        ("/account/password", "/account/password"),
        ("/account/codes", "/account/codes"),
        ("/welcome/{Secret}", "/welcome/gilt-nicht"),
        ("/break-glass", "/break-glass"),
        ("/consents/{Id:guid}", $"/consents/{Nobody}"),
        ("/not-found", "/not-found"),
    ];
}
