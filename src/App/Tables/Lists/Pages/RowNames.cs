using System.Globalization;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Tables.Lists.Pages;

/// <summary>Names of what the rows of a list can be about, and what a person means by one.</summary>
public sealed class RowNames(ItemNames names, StarterCatalogue catalogue)
{
    /// <summary>Every name, in the order of the alphabet.</summary>
    internal IReadOnlyList<string> Of(ListReading reading) => [.. Known(reading).Select(k => k.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];

    internal string NameOf(ListReading reading, string key) => Known(reading).FirstOrDefault(k => k.Key == key).Name ?? key;

    /// <summary>What a form says of the open rows; a name nobody knows is an error of its field.</summary>
    internal Dictionary<int, RowAnswer> Answers(ListReading reading, IEnumerable<ReadRow> open, IFormCollection form, FieldErrors errors)
    {
        var answers = new Dictionary<int, RowAnswer>();
        foreach (var number in open.Select(r => r.Row.Number))
        {
            var (field, at) = ($"{OpenRows.Field}{number}", number.ToString(CultureInfo.InvariantCulture));
            var said = form[field].ToString().Trim();
            if (form[$"{OpenRows.Skip}{at}"] == "true") answers[number] = new RowAnswer(null, true);
            else if (said.Length == 0) continue;
            else if (Known(reading).FirstOrDefault(k => Words.Fold(k.Name) == Words.Fold(said)) is { Key: { } key }) answers[number] = new RowAnswer($"{reading.Section}/{key}", false);
            else errors.Add(field, Words.Nearest(said, Of(reading)) is { } near ? TablesTexts.Get("list.name-near", near) : TablesTexts.Get("list.name-unknown"));
        }

        return answers;
    }

    private IEnumerable<(string Key, string Name)> Known(ListReading reading) => reading.Section == "services"
        ? reading.Model.Services.Select(s => (s.Key, Of(s.Key, s.Value)))
        : reading.Model.Resources.Select(r => (r.Key, Of(r.Key, r.Value))).Concat(catalogue.Resources.Entries.Select(e => (e.Key, e.Value.Name.ToString()))).DistinctBy(k => k.Item1);

    private string Of(string key, ItemContent content) => names.Of(key, content);
}
