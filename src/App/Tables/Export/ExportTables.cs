using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Export;

/// <summary>Writes the model of a body as tables that people edit in a spreadsheet and hand in again.</summary>
public sealed class ExportTables(TableModel models, ReferenceData reference, Actor actor, IClock clock)
{
    public async Task<Result<TablesFile>> Run(string bodyKey, TableFormat format, CancellationToken ct)
    {
        actor.Must(TablesFeature.Export);

        // A person proves again who they are; what a program may take was decided when its token was made.
        if (actor.User is not null && FreshSignIn.Must(actor, clock) is { } stale) return stale;
        var loaded = await models.Load(bodyKey, ct);
        if (loaded.Refusal is { } refusal) return refusal;
        var language = TableLanguage.Current;
        var sheets = TableWriter.Write(loaded.Value.Json, new ModelNames(reference, loaded.Value.Json), language)
            .Select(t => TableSheets.Of(t.Table, t.Rows.Select(r => r.Cells), language)).ToList();
        return TablesFile.Of(sheets, format, TablesTexts.Get("file.tables"), language);
    }
}

/// <summary>Empty tables with what each column means and an example.</summary>
public sealed class WriteTemplate(Actor actor)
{
    public TablesFile Run(TableFormat format)
    {
        actor.Must(TablesFeature.Import);
        var language = TableLanguage.Current;
        return TablesFile.Of([TableSheets.Explanations(language), .. ModelTables.All.Select(t => TableSheets.Of(t, [TableSheets.Example(t, language)], language))], format, TablesTexts.Get("file.template"), language);
    }
}

public enum TableFormat
{
    Xlsx,
    Csv,
}

/// <summary>A file ready to be handed out.</summary>
public sealed record TablesFile(string Name, string MediaType, byte[] Bytes)
{
    internal static TablesFile Of(IReadOnlyList<FileSheet> sheets, TableFormat format, string name, TableLanguage language)
    {
        ISheetFile file = format == TableFormat.Xlsx ? new XlsxFile() : new CsvFile();
        return new TablesFile($"{name}.{file.Ending}", file.MediaType, file.Write(sheets, language));
    }
}
