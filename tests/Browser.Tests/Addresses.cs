using System.Reflection;
using Microsoft.AspNetCore.Components;
using ResilienceMonitor.Platform.Ui;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>Under which addresses each page is looked at. A page without an entry fails a test, so none is forgotten.</summary>
internal static class Addresses
{
    public const string Town = "demo:musterstadt";

    private static readonly Dictionary<string, string[]> OfModel = new(StringComparer.Ordinal)
    {
        ["/services"] = [$"/services?body={Town}"],
        ["/services/{Key}"] = [$"/services/crisis-team?body={Town}"],
        ["/services/{Key}/edit"] = [$"/services/crisis-team/edit?body={Town}"],
        ["/services/{Key}/copy"] = [$"/services/crisis-team/copy?body={Town}", $"/services/crisis-team/copy?body={Town}&from=payroll-payment"],
        ["/resources"] = [$"/resources?body={Town}"],
        ["/resources/{Key}"] = [$"/resources/perimeter?body={Town}", $"/resources/perimeter?body={Town}&at=demo:muster-it"],
        ["/resources/{Key}/edit"] = [$"/resources/perimeter/edit?body={Town}"],
        ["/resources/{Key}/copy"] = [$"/resources/perimeter/copy?body={Town}&from=clients"],
        ["/change/services"] = [$"/change/services?body={Town}&all=true", $"/change/services?body={Town}&search=gibt-es-nicht"],
        ["/change/resources"] = [$"/change/resources?body={Town}&keys=perimeter&keys=clients"],
        ["/dependencies"] = [$"/dependencies?body={Town}", $"/dependencies?body={Town}&service=passport"],
        ["/tables"] = [$"/tables?body={Town}"],
        ["/tables/lists"] = [$"/tables/lists?body={Town}"],
        ["/tables/lists/{Key}"] = [$"/tables/lists/gibt-es-nicht?body={Town}"],
        ["/tables/import"] = [$"/tables/import?body={Town}"],
        ["/providers"] = [$"/providers?body={Town}", "/providers?body=demo:muster-it"],
        ["/providers/{Key}"] = [$"/providers/demo:muster-it?body={Town}", "/providers/own?body=demo:muster-it"],
        ["/providers/{Key}/letter"] = [$"/providers/demo:muster-it/letter?body={Town}"],
    };

    private static readonly Dictionary<string, string[]> OfBodies = new(StringComparer.Ordinal)
    {
        ["/"] = [$"/?body={Town}"],
        ["/bodies"] = ["/bodies", "/bodies?search=gibt-es-nicht"],
        ["/bodies/new"] = ["/bodies/new"],
        ["/bodies/questions"] = ["/bodies/questions"],
        ["/bodies/{Key}/questions"] = [$"/bodies/{Town}/questions"],
        ["/bodies/{Key}/questions/{Number:int}"] = [$"/bodies/{Town}/questions/1", $"/bodies/{Town}/questions/7", $"/bodies/{Town}/questions/13", "/bodies/gibt-es-nicht/questions/1"],
        ["/bodies/{Key}/edit"] = [$"/bodies/{Town}/edit", "/bodies/gibt-es-nicht/edit"],
        ["/bodies/import"] = ["/bodies/import"],
        ["/simulation"] =
        [
            $"/simulation?body={Town}",
            $"/simulation?Subject={Town}&Scenario=provider-encryption&Backup=20&ItPeople=12",
            $"/simulation?Subject={Town}&Scenario=provider-encryption&Backup=viel",
        ],
        ["/simulation/remaining"] =
        [
            $"/simulation/remaining?body={Town}",
            $"/simulation/remaining?Subject={Town}&Scenario=provider-encryption&Days=30&What1=Gate:forensics&Day1=9&What2=Service:cemetery-service&Day2=25&Hour2=5&What3=Service:payroll-payment&Level3=Emergency&Day3=8",
            $"/simulation/remaining?Subject={Town}&Scenario=provider-encryption&Days=1200&Others=still",
            $"/simulation/remaining?Subject={Town}&Scenario=provider-encryption&Days=viel&What1=Gate:none&Day1=-2&Day2=8",
        ],
        ["/simulation/service/{Key}"] = [$"/simulation/service/residence-registration?Of={Town}"],
        ["/region"] = ["/region", "/region?Subject=district:demo:musterkreis&Scenario=provider-encryption&Hour=336", "/region?Subject=customers:demo:nachbar-it&Scenario=gibt-es-nicht"],
        ["/measures"] = [$"/measures?body={Town}", $"/measures?body={Town}&Budget=50000"],
        ["/council-paper"] = [$"/council-paper?body={Town}", $"/council-paper?body={Town}&Budget=viel&Date=morgen"],
        ["/council-paper/print"] = [$"/council-paper/print?body={Town}", $"/council-paper/print?body={Town}&Part=annex"],
        ["/situation-report"] = [$"/situation-report?body={Town}", $"/situation-report?Subject={Town}&Scenario=provider-encryption&Days=30"],
        ["/measures/{Key}/comments"] = [$"/measures/protected-backup/comments?body={Town}"],
        ["/measures/new"] = [$"/measures/new?body={Town}"],
        ["/calibration"] = ["/calibration"],
        ["/handbook"] = ["/handbook"],
        ["/handbook/{Chapter}"] = ["/handbook/first-hour"],
        ["/search"] = [$"/search?body={Town}", $"/search?body={Town}&q=pass", $"/search?body={Town}&q=gibt-es-nicht"],
        ["/check"] = [$"/check?body={Town}"],
    };

    private static readonly Dictionary<string, string[]> OfPeople = new(StringComparer.Ordinal)
    {
        ["/sign-in"] = ["/sign-in", "/sign-in?out=1", "/sign-in?refused=passkey"],
        ["/sign-in/again"] = ["/sign-in/again"],
        ["/account"] = ["/account"],
        ["/account/password"] = ["/account/password"],
        ["/account/codes"] = ["/account/codes"],
        ["/welcome/{Secret}"] = ["/welcome/gilt-nicht"],
        ["/break-glass"] = ["/break-glass"],
        ["/people"] = ["/people"],
        ["/people/{User:guid}"] = ["/people/0199c000-0000-7000-8000-000000000001"],
        ["/people/tokens"] = ["/people/tokens"],
        ["/people/respondents"] = ["/people/respondents"],
        ["/join/{Link}"] = ["/join/gilt-nicht"],
        ["/answer/{Link}"] = ["/answer/gilt-nicht"],
        ["/consents"] = ["/consents"],
        ["/consents/{Id:guid}"] = ["/consents/0199c000-0000-7000-8000-000000000001"],
        ["/relations"] = ["/relations"],
        ["/trail"] = ["/trail"],
        ["/not-found"] = ["/not-found"],
    };

    private static readonly Dictionary<string, string[]> ByRoute = new(OfBodies.Concat(OfModel).Concat(OfPeople), StringComparer.Ordinal);

    /// <summary>Pages whose answer is long work; the others are computed at once.</summary>
    public static IEnumerable<string> Slow => [.. ByRoute["/"], .. ByRoute["/measures"], .. ByRoute["/check"], .. ByRoute["/simulation/remaining"], .. ByRoute["/council-paper"], .. ByRoute["/council-paper/print"], .. ByRoute["/situation-report"], .. ByRoute["/region"]];

    public static IReadOnlyList<string> Routes { get; } =
        [.. typeof(AppShell).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> All { get; } = [.. ByRoute.Values.SelectMany(a => a)];

    public static IReadOnlyCollection<string> RoutesWithEntry => ByRoute.Keys;

    public static MatrixTheoryData<string, string, string> InEveryLook => new(All, ["de", "en"], ["light", "dark"]);

    public static MatrixTheoryData<string, string> InBothLanguages => new(All, ["de", "en"]);
}
