using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Model;

/// <summary>A column of a table.</summary>
/// <param name="Key">Names it: its heading is <c>head.KEY</c>, its explanation <c>about.KEY</c>.</param>
/// <param name="Value">What its cells hold.</param>
public sealed record TableColumn(string Key, CellValue Value)
{
    /// <summary>Where the value stands in the JSON of an item; parts are divided by a point.</summary>
    public string Path { get; init; } = Key;

    /// <summary>A new row must say it.</summary>
    public bool Required { get; init; }

    /// <summary>There may be no value; then an empty cell says so.</summary>
    public bool Optional { get; init; }

    /// <summary>Part of what tells rows apart; not in the JSON of the item.</summary>
    public bool Identifies { get; init; }

    /// <summary>Section of the item whose key stands here.</summary>
    public string? Refers { get; init; }

    /// <summary>Only for people: the name of what that column refers to. It is read where that column is empty.</summary>
    public string? NameOf { get; init; }

    /// <summary>Shown where there is no own value: the catalogue's name.</summary>
    public bool IsName => Path == "name";

    public string Head(string table, TableLanguage language) => TablesTexts.Find(language, $"head.{table}.{Key}") ?? TablesTexts.In(language, $"head.{Key}");

    public string About(string table, TableLanguage language) => TablesTexts.Find(language, $"about.{table}.{Key}") ?? TablesTexts.In(language, $"about.{Key}");

    public JsonNode? Read(JsonObject content)
    {
        JsonNode? at = content;
        foreach (var part in Path.Split('.')) at = (at as JsonObject)?[part];
        return at;
    }

    public void Put(JsonObject content, JsonNode? value)
    {
        var parts = Path.Split('.');
        var at = content;
        foreach (var part in parts[..^1])
        {
            if (at[part] is not JsonObject inner)
            {
                if (value is null) return;
                at[part] = inner = [];
            }

            at = inner;
        }

        if (value is not null) at[parts[^1]] = value.DeepClone();
        else at.Remove(parts[^1]);
        // An object of which nothing is left was there for these values only.
        if (parts.Length == 2 && at.Count == 0) content.Remove(parts[0]);
    }
}
