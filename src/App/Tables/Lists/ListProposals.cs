using System.Text.RegularExpressions;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Pages;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>Finds what a list would change in a model. What a person has set stays unless a person says otherwise.</summary>
public sealed partial class ListProposals(ItemNames names, ReferenceData reference, ListWords words)
{
    public IReadOnlyList<ListProposal> Of(OwnListContent list, ListKind kind, IReadOnlyList<ReadRow> rows, ModelSet set)
    {
        var known = rows.Where(r => r.Key is not null).ToList();
        return list.Kind switch
        {
            ListKind.ServiceSheet => [.. MovesToProvider(known, set)],
            ListKind.ProcessingRegister => [.. Delivered(known, set), .. NeededRegisters(list, known, set)],
            ListKind.ResponsibilityDirectory => [.. Delivered(known, set), .. LeikaKeys(list, known, set)],
            ListKind.PaymentCalendar => [.. new PaymentDates(Calendar(set.Asked[0]), names, kind.LeadDays).Of(list, known, set.Asked[0])],
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
    }

    /// <summary>The text of a column; empty: there is none.</summary>
    internal static string Text(OwnListContent list, OwnListRow row, string column) =>
        list.Columns.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place].Trim() : "";

    internal static string? Leika(OwnListContent list, OwnListRow row) =>
        NoDigits().Replace(Text(list, row, "leika"), "") is { Length: 14 } key ? key : null;

    internal static bool IsByPerson(ItemContent content, string property) => (content.Origins.GetValueOrDefault(property) ?? content.Origin).Kind == OriginKind.Person;

    // What an invoice of the data centre names runs there, with all that needs it.
    private IEnumerable<ListProposal> MovesToProvider(IReadOnlyList<ReadRow> rows, ModelSet set)
    {
        var model = set.Asked[0];
        foreach (var group in rows.GroupBy(r => r.Key!, StringComparer.Ordinal))
        {
            var function = model.Resources.GetValueOrDefault(group.Key)?.CatalogueKey ?? group.Key;
            var provider = set.Providers.FirstOrDefault(p => p.Resources.ContainsKey(function));
            if (provider is null) continue;
            foreach (var (key, own) in model.Resources.Where(r => (r.Key == group.Key || r.Value.CatalogueKey == function) && r.Value.Host == ResourceHost.Own))
            {
                var there = $"{provider.Key}/{function}";
                yield return new ListProposal($"move/{key}", $"resources/{key}", Numbers(group), TablesTexts.Get("list.propose.move", names.Of(key, own)), TablesTexts.Get("list.value.own"), names.Of(provider.Key, provider.Body))
                {
                    AgainstPerson = IsByPerson(own, "host"),
                    Apply = m => Moved(m, key, there),
                };
            }
        }
    }

    private IEnumerable<ListProposal> Delivered(IReadOnlyList<ReadRow> rows, ModelSet set) =>
        from row in rows.GroupBy(r => r.Key!, StringComparer.Ordinal)
        let service = set.Asked[0].Services.GetValueOrDefault(row.Key)
        where service is not null && service.Responsibility != Responsibility.Own
        select new ListProposal($"own/{row.Key}", $"services/{row.Key}", Numbers(row), TablesTexts.Get("list.propose.own", names.Of(row.Key, service)), ServiceWords.Of(service.Responsibility), ServiceWords.Of(Responsibility.Own))
        {
            AgainstPerson = IsByPerson(service, "responsibility"),
            IsHint = true,
            Apply = m => With(m, row.Key, s => s with { Responsibility = Responsibility.Own }),
        };

    private IEnumerable<ListProposal> NeededRegisters(OwnListContent list, IReadOnlyList<ReadRow> rows, ModelSet set)
    {
        var model = set.Asked[0];
        foreach (var row in rows.GroupBy(r => r.Key!, StringComparer.Ordinal))
        {
            if (model.Services.GetValueOrDefault(row.Key) is not { Responsibility: Responsibility.Own } service) continue;
            foreach (var register in row.SelectMany(r => words.Registers(Text(list, r.Row, "recipients"))).Distinct(StringComparer.Ordinal).Where(r => model.Resources.ContainsKey(r) && !Reaches(model, service.Needs, r, [])))
            {
                yield return new ListProposal($"need/{row.Key}/{register}", $"services/{row.Key}", Numbers(row), TablesTexts.Get("list.propose.need", names.Of(row.Key, service)), TablesTexts.Get("list.value.no-need"), names.Of(register, model.Resources[register]))
                {
                    AgainstPerson = IsByPerson(service, "needs"),
                    IsHint = true,
                    Apply = m => With(m, row.Key, s => s with { Needs = [.. s.Needs, NeedGroup.Of(register)] }),
                };
            }
        }
    }

    private IEnumerable<ListProposal> LeikaKeys(OwnListContent list, IReadOnlyList<ReadRow> rows, ModelSet set)
    {
        foreach (var row in rows.GroupBy(r => r.Key!, StringComparer.Ordinal))
        {
            var fresh = row.Select(r => Leika(list, r.Row)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            if (set.Asked[0].Services.GetValueOrDefault(row.Key) is not { } service || fresh.Except(service.LeikaKeys, StringComparer.Ordinal).ToList() is not { Count: > 0 } missing) continue;
            yield return new ListProposal($"leika/{row.Key}", $"services/{row.Key}", Numbers(row), TablesTexts.Get("list.propose.leika", names.Of(row.Key, service)), service.LeikaKeys.Count == 0 ? TablesTexts.Get("list.value.none") : string.Join(", ", service.LeikaKeys), string.Join(", ", missing))
            {
                AgainstPerson = IsByPerson(service, "leikaKeys"),
                Apply = m => With(m, row.Key, s => s with { LeikaKeys = [.. s.LeikaKeys, .. missing.Except(s.LeikaKeys, StringComparer.Ordinal)] }),
            };
        }
    }

    internal static BodyModel With(BodyModel model, string service, Func<ServiceContent, ServiceContent> change) => model.Services.TryGetValue(service, out var present)
        ? model with { Services = new SortedDictionary<string, ServiceContent>(model.Services.ToDictionary(), StringComparer.Ordinal) { [service] = change(present) } }
        : model;

    internal static IReadOnlyList<int> Numbers(IEnumerable<ReadRow> rows) => [.. rows.Select(r => r.Row.Number)];

    // Needed at some remove is needed.
    private static bool Reaches(BodyModel model, IReadOnlyList<NeedGroup> needs, string wanted, HashSet<string> seen) =>
        needs.SelectMany(g => g.Members).Any(n => n.Resource == wanted || (seen.Add(n.Resource) && model.Resources.TryGetValue(n.Resource, out var next) && Reaches(model, next.Needs, wanted, seen)));

    private static BodyModel Moved(BodyModel model, string key, string there)
    {
        return model with
        {
            Resources = Sorted(model.Resources.Where(r => r.Key != key).Select(r => KeyValuePair.Create(r.Key, r.Value with { Needs = Groups(r.Value.Needs), Prerequisites = r.Value.Prerequisites is { } first ? Groups(first) : null }))),
            Services = Sorted(model.Services.Select(s => KeyValuePair.Create(s.Key, s.Value with { Needs = Groups(s.Value.Needs), Substitutes = [.. s.Value.Substitutes.Select(x => x with { Needs = Groups(x.Needs) })] }))),
        };

        IReadOnlyList<NeedGroup> Groups(IReadOnlyList<NeedGroup> groups) => [.. groups.Select(g => new NeedGroup([.. g.Members.Select(m => m.Resource == key ? m with { Resource = there } : m)]))];

        static SortedDictionary<string, T> Sorted<T>(IEnumerable<KeyValuePair<string, T>> items) => new(items.ToDictionary(), StringComparer.Ordinal);
    }

    private HourCalendar Calendar(BodyModel model) =>
        new(DateTimeZoneProviders.Tzdb[model.Body.Zone], year => reference.Holidays.In(year, model.Body.State).Select(h => h.Date).ToHashSet());

    [GeneratedRegex(@"\D")]
    private static partial Regex NoDigits();
}
