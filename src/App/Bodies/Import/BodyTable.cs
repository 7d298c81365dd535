using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>
/// Turns a table of bodies into a plan of what an import would do. Nothing is stored: the plan is shown first. All problems are found
/// at once, and a row with an error does not hide those of the next.
/// </summary>
public static class BodyTable
{
    /// <summary>Reads a file and plans its import; problems of the file come back as errors of the plan.</summary>
    public static async Task<BodyImportPlan> Read(Stream file, string fileName, LocalDate on, string? region, CancellationToken ct)
    {
        var read = await TableFile.Read(file, ct);
        var plan = read.Table is { } table
            ? Parse(table, fileName, on, region)
            : new BodyImportPlan { FileName = FileLabel.Of(fileName), Errors = read.Problems };
        return plan with { ContentHash = read.ContentHash };
    }

    /// <param name="table">The table as read.</param>
    /// <param name="fileName">Stands in the origin of every value and names the region if nobody does.</param>
    /// <param name="on">Day of the import.</param>
    /// <param name="region">Name of the region the bodies belong to; null: after the file, for a list of a region.</param>
    public static BodyImportPlan Parse(Table table, string fileName, LocalDate on, string? region = null)
    {
        var label = FileLabel.Of(fileName);
        var import = new ImportRun(table, new Origin(OriginKind.Import, on, label));
        var format = FormatOf(table);
        var header = HeaderMatch.Find(format.Columns, import);
        if (table.Rows.Count == 0)
            import.Errors.Add(() => ImportTexts.Problem(ImportCode.NoRows));
        var bodies = header is null ? [] : Bodies(format, header, import);
        var name = string.IsNullOrWhiteSpace(region) ? format.NamesRegion ? FileLabel.Stem(label).ToLowerInvariant() : null : region.Trim();
        return new BodyImportPlan
        {
            FileName = label,
            Bodies = bodies,
            Providers = import.Providers.Planned(import.Origin),
            Region = name is null || bodies.Count == 0 ? null : PlannedRegion.Of(name, bodies, import),
            Errors = import.Errors.ToList(),
            Warnings = [.. table.Notes, .. import.Warnings.ToList()],
        };
    }

    private static IBodyFormat FormatOf(Table table)
    {
        IBodyFormat[] formats = [new RegionFormat(), new AdministrationFormat(), new DistrictFormat()];
        return Array.Find(formats, f => table.Columns.Any(f.Columns[0].IsNamed)) ?? formats[0];
    }

    private static IReadOnlyList<PlannedBody> Bodies(IBodyFormat format, HeaderMatch header, ImportRun import)
    {
        var firstRows = new Dictionary<string, int>();
        var bodies = new List<PlannedBody>();
        foreach (var row in import.Table.Rows.Select(r => new ImportRow(import, header, r)))
        {
            var body = format.Read(row);
            if (row.Key is { } key && !firstRows.TryAdd(key, row.Number))
                row.Error(format.Columns[0], ImportCode.KeyTwice, row[format.Columns[0]], firstRows[key]);
            if (body is not null && !row.Failed)
                bodies.Add(body);
        }

        return format.Complete(bodies);
    }
}
