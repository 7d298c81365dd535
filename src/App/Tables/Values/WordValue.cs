using System.Text.Json.Nodes;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables.Values;

/// <summary>One of some words, known in both languages.</summary>
/// <param name="Texts">Marks the resources the words stand in.</param>
/// <param name="Words">The words: value in JSON, key of the text.</param>
public sealed record WordValue(Type Texts, IReadOnlyList<(string Value, string TextKey)> Words) : CellValue
{
    private readonly System.Resources.ResourceManager texts = new(Texts);

    public static WordValue Of<TEnum>(Type texts, Func<string, string> textKey) where TEnum : struct, Enum =>
        new(texts, [.. Enum.GetNames<TEnum>().Select(n => (char.ToLowerInvariant(n[0]) + n[1..], textKey(n)))]);

    public override Cell Write(JsonNode value, TableLanguage language) =>
        Cell.Of(Word(Words.First(w => w.Value == value.GetValue<string>()).TextKey, language));

    public override CellReading Read(GivenCell cell)
    {
        var folded = Bodies.Import.Words.Fold(cell.Text);
        foreach (var (value, key) in Words)
            if (Bodies.Import.Words.Fold(value) == folded || TableLanguage.All.Any(l => Bodies.Import.Words.Fold(Word(key, l)) == folded)) return CellReading.Of(value);
        var known = Words.Select(w => Word(w.TextKey, cell.Language)).ToList();
        return Bodies.Import.Words.Nearest(cell.Text, known) is { } near
            ? CellReading.Wrong(TableCode.WordNear, cell.Text, near)
            : CellReading.Wrong(TableCode.WordUnknown, cell.Text, string.Join(", ", known));
    }

    public override string Explain(TableLanguage language) => TablesTexts.In(language, "explain.word", string.Join(", ", Words.Select(w => Word(w.TextKey, language))));

    private string Word(string key, TableLanguage language) => texts.GetString(key, language.Culture) ?? throw new InvalidOperationException($"No text {key}.");
}
