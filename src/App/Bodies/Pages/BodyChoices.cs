using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Pages;

/// <summary>What can be answered, in words.</summary>
internal static class BodyChoices
{
    private const int RestoreYears = 8;

    public static IReadOnlyList<Choice> YesNo => [new("yes", BodiesTexts.Get("yes")), new("no", BodiesTexts.Get("no")), new("", BodiesTexts.Get("unknown"))];

    public static IReadOnlyList<Choice> Hosting =>
    [
        new("own", BodiesTexts.Get("hosting.own")), new("provider", BodiesTexts.Get("hosting.provider")), new("", BodiesTexts.Get("unknown")),
    ];

    public static IReadOnlyList<Choice> LegalStatuses => [.. Enum.GetValues<LegalStatus>()
        .Where(s => s is not (LegalStatus.Unknown or LegalStatus.None)).Select(s => new Choice(s.ToString(), BodiesTexts.Get($"status.{s}")))];

    public static IReadOnlyList<Choice> Restores(int year) =>
        [new("never", BodiesTexts.Get("restore.never")), .. Enumerable.Range(0, RestoreYears).Select(i => $"{year - i}").Select(y => new Choice(y, y))];

    public static IReadOnlyList<Choice> States(ReferenceData reference) =>
        [.. reference.States.Select(s => new Choice(s.Key, s.Value.Name.ToString())).OrderBy(c => c.Text, Platform.GermanOrder.Comparer)];

    public static IReadOnlyList<Choice> Providers(IEnumerable<Body> all) =>
        [.. all.Where(b => b.Content.Kind == BodyKind.Provider).Select(b => new Choice(b.Key, b.DisplayName))];

    public static IReadOnlyList<Choice> Neighbours(IEnumerable<Body> all, string? self) =>
    [
        new("some", BodiesTexts.Get("neighbour.some")), new("none", BodiesTexts.Get("neighbour.none")),
        .. all.Where(b => b.Content.Kind is BodyKind.Municipality or BodyKind.District && b.Key != self).Take(Platform.Limits.BodiesPerRegion).Select(b => new Choice(b.Key, b.DisplayName)),
    ];
}
