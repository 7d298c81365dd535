using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>A substitute as a person types it; kind, name and start only for a new one.</summary>
public sealed class SubstituteForm
{
    private const double HoursADay = 24;
    private const double MaxDays = 3_650;
    private const double EarliestStart = 0.5;
    private const double LatestStart = 2;

    public string? Key { get; set; }
    public string? Prepared { get; set; }
    public string? Tested { get; set; }
    public string? Capacity { get; set; }
    public string? EnduranceDays { get; set; }
    public string? Partner { get; set; }
    public string? Remove { get; set; }
    [AllowNull] public NeedsForm Needs { get; set => field = value ?? new(); } = new();
    public string? Kind { get; set; }
    public string? Name { get; set; }
    public string? StartDays { get; set; }

    public static SubstituteForm Of(Substitute substitute) => new()
    {
        Key = substitute.Key,
        Prepared = Typed.Tick(substitute.Prepared),
        Tested = substitute.Tested is { } tested ? LocalDatePattern.Iso.Format(tested) : null,
        Capacity = Typed.Percent(substitute.Capacity),
        EnduranceDays = Typed.Number(substitute.EnduranceHours / HoursADay),
        Partner = substitute.Partner,
        Needs = NeedsForm.Of(substitute.Needs),
    };

    public Substitute Apply(Substitute now, string field, LocalDate today, FieldErrors errors)
    {
        var shown = Of(now);
        return now with
        {
            Prepared = Prepared == Typed.Yes,
            Tested = Typed.Keep(Tested, shown.Tested, now.Tested, () => ReadTested(field, today, errors)),
            Capacity = Typed.Keep(Capacity, shown.Capacity, now.Capacity, () => ReadCapacity(field, errors)),
            EnduranceHours = Typed.Keep(EnduranceDays, shown.EnduranceDays, now.EnduranceHours, () => ReadEndurance(field, errors)),
            Partner = string.IsNullOrEmpty(Partner) ? null : Partner,
            Needs = Needs.Apply(now.Needs),
        };
    }

    /// <summary>The substitute a person adds; null when nothing was chosen.</summary>
    public Substitute? Create(string key, string field, LocalDate today, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(Kind))
        {
            if (!string.IsNullOrWhiteSpace(Name)) errors.Add($"{field}.Kind", ServicesTexts.Get("error.substitute-kind"));
            return null;
        }

        if (!Enum.TryParse<SubstituteKind>(Kind, out var kind))
        {
            errors.Choice($"{field}.Kind", Kind, []);
            return null;
        }

        var name = errors.Text($"{field}.Name", Name);
        var days = errors.Number($"{field}.StartDays", StartDays, 0, MaxDays) ?? 0;
        var start = Spread.Between(days * EarliestStart * HoursADay, days * HoursADay, days * LatestStart * HoursADay);
        return new Substitute
        {
            Key = key,
            Name = name,
            Kind = kind,
            Prepared = Prepared == Typed.Yes,
            Tested = ReadTested(field, today, errors),
            StartPrepared = days == 0 ? Spread.Of(0) : start,
            StartUnprepared = days == 0 ? Spread.Of(0) : start,
            Capacity = ReadCapacity(field, errors),
            EnduranceHours = ReadEndurance(field, errors),
            Partner = string.IsNullOrEmpty(Partner) ? null : Partner,
            Needs = Needs.Apply([]),
        };
    }

    private LocalDate? ReadTested(string field, LocalDate today, FieldErrors errors) => DateText.Read(errors, $"{field}.Tested", Tested, latest: today);

    private double ReadCapacity(string field, FieldErrors errors) => (errors.Number($"{field}.Capacity", Capacity, 0, 100) ?? 0) / 100;

    private double? ReadEndurance(string field, FieldErrors errors) => errors.Number($"{field}.EnduranceDays", EnduranceDays, 0, MaxDays, required: false) * HoursADay;
}
