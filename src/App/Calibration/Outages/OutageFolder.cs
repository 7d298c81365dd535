using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Calibration.Outages;

/// <summary>Reads a folder with <c>cases.csv</c> and <c>observations.csv</c>. Whatever is wrong is said at once, by file and row.</summary>
internal static class OutageFolder
{
    public const string CasesFile = "cases.csv";
    public const string ObservationsFile = "observations.csv";

    /// <summary>Cases one comparison may have; every one is simulated many times.</summary>
    public const int MostCases = 500;

    public const int MostObservations = 10_000;

    /// <returns>The collection; null with problems.</returns>
    public static async Task<(OutageCollection? Collection, IReadOnlyList<OutageProblem> Problems)> Read(string directory, CancellationToken ct)
    {
        var problems = new List<OutageProblem>();
        var cases = await Rows(directory, CasesFile, ["id"], MostCases, problems, ct);
        var observations = await Rows(directory, ObservationsFile, ["case", "milestone", "day_min"], MostObservations, problems, ct);
        var read = new OutageCollection([.. cases.Select(CaseReader.Read)], [.. observations.Select(ObservationReader.Read).OfType<Observation>()]);
        foreach (var (row, known) in cases.Zip(read.Cases).GroupBy(c => c.Second.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            row.Problem("case.twice", known.Id);
        var ids = read.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        if (cases.Count > 0)
            foreach (var row in observations.Where(o => !ids.Contains(o.Text("case") ?? "")))
                row.Problem("case.missing", row.Text("case") ?? "");
        return problems.Count == 0 ? (read, problems) : (null, problems);
    }

    private static async Task<IReadOnlyList<OutageRow>> Rows(string directory, string file, string[] required, int most, List<OutageProblem> problems, CancellationToken ct)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            problems.Add(new(file, null, CalibrationTexts.Both("file.absent", directory)));
            return [];
        }

        var result = await TableFile.Read(path, ct);
        problems.AddRange(result.Problems.Select(p => new OutageProblem(file, p.Row, p.Text)));
        if (result.Table is not { } table) return [];
        var missing = required.Except(table.Columns, StringComparer.OrdinalIgnoreCase).ToList();
        problems.AddRange(missing.Select(column => new OutageProblem(file, table.HeaderRow, CalibrationTexts.Both("column.missing", column))));
        if (table.Rows.Count > most) problems.Add(new(file, null, CalibrationTexts.Both("rows.too-many", most)));
        if (table.Rows.Count == 0) problems.Add(new(file, null, CalibrationTexts.Both("rows.none")));
        return missing.Count > 0 || table.Rows.Count > most ? [] : [.. table.Rows.Select(row => new OutageRow(file, table, row, problems))];
    }
}

/// <summary>What is wrong with a folder of outages.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Row">Row as a spreadsheet program counts; null: the whole file.</param>
/// <param name="Text">A sentence.</param>
public sealed record OutageProblem(string File, int? Row, LocalText Text)
{
    public override string ToString() => Row is { } row ? $"{CalibrationTexts.Get("place", File, row)}: {Text}" : $"{File}: {Text}";
}
