using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>A deadline as a person types it.</summary>
public sealed partial class DeadlineForm
{
    private const int MaxLeadDays = 90;

    public string? Key { get; set; }
    public string? Name { get; set; }
    public string? Rule { get; set; }
    public string? Day { get; set; }
    public string? Months { get; set; }
    public string? Date { get; set; }
    public string? LeadDays { get; set; }
    public string? Remove { get; set; }

    public static IReadOnlyList<Choice> RuleChoices => [.. Enum.GetNames<DeadlineRule>().Select(r => new Choice(r, ServicesTexts.Get($"deadline.rule.{r}")))];

    public static DeadlineForm Of(Deadline deadline, string name) => new()
    {
        Key = deadline.Key,
        Name = name,
        Rule = deadline.Rule.ToString(),
        Day = deadline.Day?.ToString(),
        Months = string.Join(", ", deadline.Months),
        Date = deadline.Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
        LeadDays = Typed.Number(deadline.LeadDays),
    };

    public Deadline Apply(Deadline now, string shownName, string field, FieldErrors errors)
    {
        var name = Typed.Keep(Name, shownName, now.Name, () => errors.Text($"{field}.Name", Name));
        return Read(now.Key, field, errors) is { } read ? read with { CatalogueKey = now.CatalogueKey, Name = name } : now;
    }

    /// <summary>The deadline a person adds; null when nothing was typed.</summary>
    public Deadline? Create(string key, string field, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(Name) && string.IsNullOrEmpty(Rule)) return null;
        var name = errors.Text($"{field}.Name", Name);
        return Read(key, field, errors) is { } read ? read with { Name = name } : null;
    }

    private Deadline? Read(string key, string field, FieldErrors errors)
    {
        var chosen = errors.Choice($"{field}.Rule", Rule, RuleChoices);
        var lead = errors.Number($"{field}.LeadDays", LeadDays, 0, MaxLeadDays) ?? 0;
        if (chosen is null) return null;
        var rule = Enum.Parse<DeadlineRule>(chosen);
        return new Deadline
        {
            Key = key,
            Rule = rule,
            Day = rule == DeadlineRule.DayOfMonth ? errors.Whole($"{field}.Day", Day, 1, 31) : null,
            Months = rule == DeadlineRule.SingleDate ? [] : ReadMonths(field, errors),
            Date = rule == DeadlineRule.SingleDate ? ReadDate(field, errors) : null,
            LeadDays = lead,
        };
    }

    private LocalDate? ReadDate(string field, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(Date)) errors.Add($"{field}.Date", ServicesTexts.Get("error.date"));
        return DateText.Read(errors, $"{field}.Date", Date);
    }

    private List<int> ReadMonths(string field, FieldErrors errors)
    {
        var words = Separators().Split(Months ?? "").Where(w => w.Length > 0).ToList();
        var months = words.Select(w => int.TryParse(w, out var month) && month is >= 1 and <= 12 ? month : 0).Distinct().Order().ToList();
        if (months.Contains(0)) errors.Add($"{field}.Months", ServicesTexts.Get("error.months"));
        return months;
    }

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Separators();
}
