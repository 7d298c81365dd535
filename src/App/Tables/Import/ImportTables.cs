using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>
/// Takes tables over into the model of a body: everything that is right, or nothing, as one change that can be taken back. The same file twice changes
/// nothing. Whatever a table says counts as said by a person.
/// </summary>
public sealed class ImportTables(TableModel models, SaveModel save, ModelGuard guard, KnownHeads heads, ProductNames products, ReferenceData reference, Actor actor, IClock clock)
{
    private const int MostRounds = 10;
    private static readonly TableLimits Size = new() { Rows = Limits.TableRows };

    public async Task<Result<TableImport>> Run(string bodyKey, ReadOnlyMemory<byte> file, TableImportOptions options, CancellationToken ct)
    {
        actor.Must(TablesFeature.Import);
        var loaded = await models.Load(bodyKey, ct);
        if (loaded.Refusal is { } refusal) return refusal;
        var (before, state) = (loaded.Value.Json, StateOf(loaded.Value.Json));
        if (options.Expected is { } expected && expected != state) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        var sheets = TableFile.ReadSheets(file, Size);
        if (sheets.Problems.Count > 0) return new TableImport([], sheets.Problems, [], [], state, Change: null);
        if (sheets.Sheets.Count > Limits.TableSheets) return Refusal.Of<TablesTexts>("table.too-many-sheets", Limits.TableSheets);
        var found = ReadSheets.Of(sheets.Sheets, await heads.Of(loaded.Value.Body.BodyId, ct), options.SheetTables);
        if (found.Tables.Count == 0) return new TableImport([], [TableProblem.Of(TableCode.NoTable)], found.Notes.ToList(), [], state, Change: null) { Questions = found.Questions };
        var reading = new TableReading(found.Tables, options.Complete, loaded.Value.Stays, reference, products);
        var changed = await Change(loaded.Value, reading, ct);
        if (changed.Refusal is { } problem) return problem;
        var after = ModelJson.Of(changed.Value.Model, changed.Value.Measures);
        var language = TableLanguage.Current;
        var differences = TableDifference.Between(
            TableWriter.Write(before, new ModelNames(reference, before), language), TableWriter.Write(after, new ModelNames(reference, after), language), language);
        var writes = !options.DryRun && (reading.Errors.Total == 0 || options.GoodRows) && StateOf(after) != state;
        var saved = writes ? await save.Run(loaded.Value, changed.Value, ct) : default;
        if (saved.Refusal is { } late) return late;
        return new TableImport(reading.Found, reading.Errors.ToList(), [.. found.Notes.ToList(), .. reading.Notes.ToList()], differences, state, writes ? saved.Value : null) { Questions = found.Questions };
    }

    // Rows that together make a model nobody can simulate are left out like all wrong ones, until the rest can be.
    private async Task<Result<ChangedModel>> Change(LoadedModel loaded, TableReading reading, CancellationToken ct)
    {
        for (var round = 0; ; round++)
        {
            var changed = loaded.With(reading.Read(loaded.Json), new Origin(OriginKind.Person, Today(loaded.Body)));
            if (changed.Model.Services.Count > Limits.ItemsPerKind || changed.Model.Resources.Count > Limits.ItemsPerKind || changed.Measures.Count > Limits.ItemsPerKind)
                return Refusal.Of<TablesTexts>("table.too-many", Limits.ItemsPerKind);
            var problems = await guard.Find(loaded.Body.Key, _ => changed.Model, ct);
            if (problems.Refusal is { } refusal) return refusal;
            if (problems.Value.Count == 0) return changed;
            var refused = problems.Value.Count(p => reading.Refuse(p.Keys.ToHashSet(StringComparer.Ordinal), p.Refusal.Sentence));
            if (refused == 0 || round == MostRounds) return problems.Value[0].Refusal;
        }
    }

    private LocalDate Today(Body body) => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[body.Content.Zone]).Date;

    private static string StateOf(JsonObject model) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(model))));
}
