using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Pages;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Reports.Paper;

namespace ResilienceMonitor.Reports.Pages;

/// <summary>What a council paper is asked for, as it stands in the address of its page: nothing of it is stored.</summary>
public sealed class PaperForm
{
    public const string MeasureField = "Measure";

    public SelectionForm Selection { get; private init; } = new();
    public IReadOnlyList<string> Measures { get; private init; } = [];
    public string? Budget { get; private init; }
    public string? Number { get; private init; }
    public string? Committee { get; private init; }
    public string? Date { get; private init; }
    public string? Department { get; private init; }
    public string? Proposer { get; private init; }

    /// <summary>The day of the meeting; null: none was given, or it cannot be read.</summary>
    public LocalDate? Day => LocalDatePattern.Iso.Parse(Date?.Trim() ?? "") is { Success: true, Value: { Year: > 2000 and < 2200 } day } ? day : null;

    public static PaperForm Read(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        return new()
        {
            Selection = SelectionQuery.Read(query),
            Measures = [.. query[MeasureField].OfType<string>().Where(k => k.Length is > 0 and <= Limits.KeyLength).Take(Limits.PaperMeasures + 1)],
            Budget = Text(nameof(Budget)),
            Number = Text(nameof(Number)),
            Committee = Text(nameof(Committee)),
            Date = Text(nameof(Date)),
            Department = Text(nameof(Department)),
            Proposer = Text(nameof(Proposer)),
        };
    }

    /// <summary>What is asked for; all that is wrong goes into the errors.</summary>
    public PaperRequest Check(FieldErrors errors) => new(Selection.Read(errors, UsualScenario.Runs))
    {
        Measures = Measures,
        Budget = errors.Number(nameof(Budget), Budget, 0, 1e9, required: false),
        Fields = new()
        {
            Number = errors.Text(nameof(Number), Number, required: false),
            Committee = errors.Text(nameof(Committee), Committee, required: false),
            Date = ReadDay(errors),
            Department = errors.Text(nameof(Department), Department, required: false),
            Proposer = errors.Text(nameof(Proposer), Proposer, required: false),
        },
    };

    /// <summary>Another address with the same values.</summary>
    public string Href(string path, params IEnumerable<KeyValuePair<string, string?>> more) =>
        QueryHelpers.AddQueryString(Selection.Href(path), Values().Concat(more).Where(v => !string.IsNullOrEmpty(v.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Values() =>
    [
        .. Measures.Select(m => KeyValuePair.Create(MeasureField, (string?)m)),
        new(nameof(Budget), Budget), new(nameof(Number), Number), new(nameof(Committee), Committee), new(nameof(Date), Date), new(nameof(Department), Department), new(nameof(Proposer), Proposer),
    ];

    private LocalDate? ReadDay(FieldErrors errors)
    {
        if (Day is null && !string.IsNullOrWhiteSpace(Date)) errors.Add(nameof(Date), ReportsTexts.Get("paper.date-wrong"));
        return Day;
    }
}
