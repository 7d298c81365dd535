using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Providers;

/// <summary>The sheet that goes with the letter: a question in each row, beside it room for the answer. It comes back as a file.</summary>
public static class AnswerSheet
{
    private static readonly TableLimits Size = new() { Rows = Limits.AnswerRows };

    /// <summary>An empty sheet in the language of the request.</summary>
    public static byte[] Blank(IReadOnlyList<ProviderQuestion> questions) => new XlsxFile().Write(
        [new FileSheet(ProvidersTexts.Get("sheet.tab"), [ProvidersTexts.Get("sheet.number"), ProvidersTexts.Get("sheet.question"), ProvidersTexts.Get("sheet.answer")],
            [.. questions.Select(q => (IReadOnlyList<Cell>)[Cell.Of(q.Number), Cell.Of($"{q.Question} ({ProvidersTexts.Get($"form.{q.Form.ToString().ToLowerInvariant()}")})"), default])])],
        TableLanguage.Current);

    /// <summary>The answers of a sheet as they are typed into the form, by property. A row is known by its question, whatever stands around it.</summary>
    public static Result<IReadOnlyDictionary<string, string>> Read(ReadOnlyMemory<byte> file, IReadOnlyList<ProviderQuestion> questions)
    {
        var sheets = TableFile.ReadSheets(file, Size);
        if (sheets.Problems is [var problem, ..]) return Refusal.Of<ProvidersTexts>("sheet.unreadable", problem.Text);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in sheets.Sheets.SelectMany(s => s.Rows))
            if (questions.FirstOrDefault(q => row.Cells.Any(c => Asks(c, q))) is { } question && AnswerIn(row, question) is { Length: > 0 } said) answers.TryAdd(question.Property, said);
        return answers.Count == 0 ? Refusal.Of<ProvidersTexts>("sheet.no-answers") : answers;
    }

    // In either language, with or without the note on how to answer.
    private static bool Asks(string cell, ProviderQuestion question) =>
        Words.Fold(cell) is { Length: > 0 } said && new[] { question.Question.De, question.Question.En }.Any(q => said.StartsWith(Words.Fold(q), StringComparison.Ordinal));

    private static string? AnswerIn(TableRow row, ProviderQuestion question)
    {
        var at = row.Cells.Index().First(c => Asks(c.Item, question)).Index;
        return row.Cells.Skip(at + 1).Select(c => SpreadsheetText.Restore(c).Trim()).FirstOrDefault(c => c.Length > 0);
    }
}
