using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using NodaTime;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>A service as a person edits it: every field is the text that was typed. What a form does not post is bound to null.</summary>
public sealed partial class ServiceForm
{
    private const int ProductLength = 20;
    private const double MaxCases = 1_000_000;

    public string? RowVersion { get; set; }
    public string? Name { get; set; }
    public string? Responsibility { get; set; }
    public string? CasesPerWeek { get; set; }
    public string? RoundTheClock { get; set; }
    public string? Publish { get; set; }
    [AllowNull] public TimeForm Mtpd { get; set => field = value ?? new(); } = new();
    [AllowNull] public TimeForm Rto { get; set => field = value ?? new(); } = new();
    [AllowNull] public TimeForm Rpo { get; set => field = value ?? new(); } = new();
    public string? EmergencyLevel { get; set; }
    public string? LeikaKeys { get; set; }
    public string? ProductNumber { get; set; }
    [AllowNull] public List<SubstituteForm> Substitutes { get; set => field = value ?? []; } = [];
    [AllowNull] public SubstituteForm NewSubstitute { get; set => field = value ?? new(); } = new();
    [AllowNull] public List<DeadlineForm> Deadlines { get; set => field = value ?? []; } = [];
    [AllowNull] public DeadlineForm NewDeadline { get; set => field = value ?? new(); } = new();
    [AllowNull] public NeedsForm Needs { get; set => field = value ?? new(); } = new();

    public static IReadOnlyList<Choice> ResponsibilityChoices =>
        [.. Enum.GetValues<Responsibility>().Select(r => new Choice(r.ToString(), ServiceWords.Of(r)))];

    public static ServiceForm Of(ServiceContent service, int rowVersion, Func<Deadline, string> nameOf) => new()
    {
        RowVersion = rowVersion.ToString(),
        Name = service.Name,
        Responsibility = service.Responsibility.ToString(),
        CasesPerWeek = Typed.Estimate(service.CasesPerWeek),
        RoundTheClock = Typed.Tick(service.RoundTheClock),
        Publish = Typed.Tick(service.PublishedOn is not null),
        Mtpd = TimeForm.Of(service.MtpdHours),
        Rto = TimeForm.Of(service.RtoHours),
        Rpo = TimeForm.Of(service.RpoHours),
        EmergencyLevel = Typed.Percent(service.EmergencyLevel),
        LeikaKeys = string.Join(", ", service.LeikaKeys),
        ProductNumber = service.ProductNumber,
        Substitutes = [.. service.Substitutes.Select(SubstituteForm.Of)],
        Deadlines = [.. service.Deadlines.Select(d => DeadlineForm.Of(d, nameOf(d)))],
        Needs = NeedsForm.Of(service.Needs),
    };

    /// <summary>The service as the form says it. It means something only when there are no errors.</summary>
    public ServiceContent Apply(ServiceContent now, Func<Deadline, string> nameOf, LocalDate today, FieldErrors errors)
    {
        var shown = Of(now, 0, nameOf);
        var changed = now with
        {
            Name = Typed.Keep(Name, shown.Name, now.Name, () => errors.Text("Input.Name", Name, required: now.CatalogueKey is null)),
            Responsibility = Enum.TryParse<Responsibility>(errors.Choice("Input.Responsibility", Responsibility, ResponsibilityChoices), out var who) ? who : now.Responsibility,
            CasesPerWeek = Typed.Keep(CasesPerWeek, shown.CasesPerWeek, now.CasesPerWeek, () => errors.Number("Input.CasesPerWeek", CasesPerWeek, 0, MaxCases) ?? 0),
            RoundTheClock = RoundTheClock == Typed.Yes,
            PublishedOn = Publish == Typed.Yes ? now.PublishedOn ?? today : null,
            MtpdHours = Mtpd.SameAs(shown.Mtpd) ? now.MtpdHours : Mtpd.Hours(errors, "Input.Mtpd"),
            RtoHours = Rto.SameAs(shown.Rto) ? now.RtoHours : Rto.Hours(errors, "Input.Rto"),
            RpoHours = Rpo.SameAs(shown.Rpo) ? now.RpoHours : Rpo.Hours(errors, "Input.Rpo"),
            EmergencyLevel = Typed.Keep(EmergencyLevel, shown.EmergencyLevel, now.EmergencyLevel, () => (errors.Number("Input.EmergencyLevel", EmergencyLevel, 1, 100) ?? 1) / 100),
            LeikaKeys = Typed.Keep(LeikaKeys, shown.LeikaKeys, now.LeikaKeys, () => ReadLeikaKeys(errors)),
            ProductNumber = Typed.Keep(ProductNumber, shown.ProductNumber, now.ProductNumber, () => errors.Text("Input.ProductNumber", ProductNumber, ProductLength, required: false)),
            Substitutes = ReadSubstitutes(now, today, errors),
            Deadlines = ReadDeadlines(now, nameOf, errors),
            Needs = Needs.Apply(now.Needs),
        };
        var timesChanged = changed.RtoHours != now.RtoHours || changed.MtpdHours != now.MtpdHours;
        if (timesChanged && changed.RtoHours > changed.MtpdHours) errors.Add("Input.Rto.Amount", ServicesTexts.Get("error.rto"));
        return changed;
    }

    private List<string> ReadLeikaKeys(FieldErrors errors)
    {
        var keys = Separators().Split(LeikaKeys ?? "").Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Find(k => !LeikaKey().IsMatch(k)) is { } wrong) errors.Add("Input.LeikaKeys", ServicesTexts.Get("error.leika", wrong));
        return keys;
    }

    private List<Substitute> ReadSubstitutes(ServiceContent now, LocalDate today, FieldErrors errors)
    {
        var forms = Substitutes.Select((form, i) => (form, Field: $"Input.Substitutes[{i}]")).ToDictionary(f => f.form.Key ?? "", StringComparer.Ordinal);
        var kept = now.Substitutes
            .Where(s => !(forms.TryGetValue(s.Key, out var f) && f.form.Remove == Typed.Yes))
            .Select(s => forms.TryGetValue(s.Key, out var f) ? f.form.Apply(s, f.Field, today, errors) : s).ToList();
        if (NewSubstitute.Create(FreeKey(now.Substitutes.Select(s => s.Key)), "Input.NewSubstitute", today, errors) is { } added) kept.Add(added);
        return kept;
    }

    private List<Deadline> ReadDeadlines(ServiceContent now, Func<Deadline, string> nameOf, FieldErrors errors)
    {
        var forms = Deadlines.Select((form, i) => (form, Field: $"Input.Deadlines[{i}]")).ToDictionary(f => f.form.Key ?? "", StringComparer.Ordinal);
        var kept = now.Deadlines
            .Where(d => !(forms.TryGetValue(d.Key, out var f) && f.form.Remove == Typed.Yes))
            .Select(d => forms.TryGetValue(d.Key, out var f) ? f.form.Apply(d, nameOf(d), f.Field, errors) : d).ToList();
        if (NewDeadline.Create(FreeKey(now.Deadlines.Select(d => d.Key)), "Input.NewDeadline", errors) is { } added) kept.Add(added);
        return kept;
    }

    private static string FreeKey(IEnumerable<string> taken)
    {
        var keys = taken.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, keys.Count + 1).Select(i => $"own-{i}").First(k => !keys.Contains(k));
    }

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\d{14}$")]
    private static partial Regex LeikaKey();
}
