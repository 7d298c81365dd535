using NodaTime;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Makes deadlines of the dates of a calendar: the rule behind them where there is one, else each date by itself.</summary>
internal sealed class PaymentDates(HourCalendar calendar, ItemNames names, double leadDays)
{
    private const int LeastForRule = 3;
    private const int LastDay = 31;

    public IEnumerable<ListProposal> Of(OwnListContent list, IReadOnlyList<ReadRow> rows, BodyModel model)
    {
        foreach (var run in rows.GroupBy(r => (Key: r.Key!, Words: Words.Fold(r.Subject))))
        {
            if (model.Services.GetValueOrDefault(run.Key.Key) is not { } service) continue;
            var dates = run.Select(r => TableLanguage.ReadDay(ListProposals.Text(list, r.Row, "date"))).OfType<LocalDate>().Distinct().Order().ToList();
            var wanted = Rule(dates) is { } rule ? [rule] : dates.Select(Single).ToList();
            foreach (var deadline in wanted.Where(d => !service.Deadlines.Any(known => Covers(known, d))))
            {
                var (key, subject) = (run.Key.Key, run.First().Subject);
                var named = deadline with { Key = ModelChange.NewKey($"{subject}{(deadline.Date is { } day ? $"-{day:uuuu-MM-dd}" : "")}", k => service.Deadlines.Any(d => d.Key == k)), Name = subject, LeadDays = service.Deadlines is [var first, ..] ? first.LeadDays : leadDays };
                var replaced = service.Deadlines.FirstOrDefault(d => deadline.Rule != DeadlineRule.SingleDate && d.Rule != DeadlineRule.SingleDate && (d.Months.SequenceEqual(deadline.Months) || Words.Fold(d.Name ?? "") == Words.Fold(subject)));
                yield return new ListProposal($"deadline/{key}/{named.Key}", $"services/{key}", ListProposals.Numbers(run), TablesTexts.Get("list.propose.deadline", names.Of(key, service)),
                    replaced is null ? TablesTexts.Get("list.value.none") : $"{names.Of(replaced.Key, replaced.Name, replaced.CatalogueKey)}: {ServiceWords.Of(replaced)}", $"{subject}: {ServiceWords.Of(named)}")
                {
                    AgainstPerson = ListProposals.IsByPerson(service, "deadlines"),
                    Apply = m => ListProposals.With(m, key, s => s with { Deadlines = Put(s.Deadlines, replaced?.Key, named) }),
                };
            }
        }
    }

    // A deadline that moves keeps its key, its name and its lead.
    private static IReadOnlyList<Deadline> Put(IReadOnlyList<Deadline> present, string? replaced, Deadline wanted) => present.Any(d => d.Key == replaced)
        ? [.. present.Select(d => d.Key == replaced ? d with { Rule = wanted.Rule, Day = wanted.Day, Months = wanted.Months } : d)]
        : present.Any(d => d.Key == wanted.Key) ? present : [.. present, wanted];

    // The same rule, or a rule on whose dates a single one falls.
    private bool Covers(Deadline known, Deadline wanted) => wanted.Date is { } date
        ? known.Date == date || (known.Rule != DeadlineRule.SingleDate && (known.Months.Count == 0 || known.Months.Contains(date.Month)) && Falls(date, known))
        : known.Rule == wanted.Rule && known.Day == wanted.Day && (known.Months.Count == 0 || wanted.Months.All(known.Months.Contains) && wanted.Months.Count > 0);

    private Deadline? Rule(IReadOnlyList<LocalDate> dates)
    {
        if (dates.Count < LeastForRule) return null;
        var months = dates.Select(d => d.Month).Distinct().Order().ToList();
        IReadOnlyList<int> kept = months.Count == 12 ? [] : months;
        var last = new Deadline { Key = "", Rule = DeadlineRule.LastBankDay, Months = kept };
        if (dates.All(d => Falls(d, last))) return last;
        return Enumerable.Range(1, LastDay).Select(day => new Deadline { Key = "", Rule = DeadlineRule.DayOfMonth, Day = day, Months = kept }).FirstOrDefault(rule => dates.All(d => Falls(d, rule)));
    }

    // What is due late in a month may be moved into the next one.
    private bool Falls(LocalDate date, Deadline rule) =>
        DeadlineHours.InMonth(FirstOf(date), rule, calendar) == date || DeadlineHours.InMonth(FirstOf(date).PlusMonths(-1), rule, calendar) == date;

    private static Deadline Single(LocalDate date) => new() { Key = "", Rule = DeadlineRule.SingleDate, Date = date };

    private static LocalDate FirstOf(LocalDate date) => new(date.Year, date.Month, 1);
}
