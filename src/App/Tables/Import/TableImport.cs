using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Model;

namespace ResilienceMonitor.Tables.Import;

/// <summary>How tables are to be taken over.</summary>
/// <param name="DryRun">Only says what would happen.</param>
/// <param name="GoodRows">Takes what is right although other rows are wrong.</param>
/// <param name="Complete">Names of tables that hold everything: what they do not name is taken out.</param>
/// <param name="Expected">State of the model the person was shown; null: whatever it is.</param>
public sealed record TableImportOptions(bool DryRun, bool GoodRows, IReadOnlySet<string> Complete, string? Expected = null)
{
    /// <summary>By the place of a sheet, counted from zero: the table somebody says it holds.</summary>
    public IReadOnlyDictionary<int, string> SheetTables { get; init; } = new Dictionary<int, string>();
}

/// <summary>What an import did or would do.</summary>
/// <param name="Tables">The tables that were found, with how many rows each has and how many of them are right.</param>
/// <param name="Errors">What is wrong, row by row; those rows are left out.</param>
/// <param name="Notes">What was not read, and why.</param>
/// <param name="Differences">What changes.</param>
/// <param name="State">State of the model before.</param>
/// <param name="Change">By which it is taken back; null: nothing was written, because it was a dry run, rows were wrong, or nothing changed.</param>
public sealed record TableImport(
    IReadOnlyList<FoundTable> Tables,
    IReadOnlyList<FileProblem> Errors,
    IReadOnlyList<FileProblem> Notes,
    IReadOnlyList<TableDifference> Differences,
    string State,
    Guid? Change)
{
    public bool Written => Change is not null;

    /// <summary>What somebody should say about sheets and columns nobody knows.</summary>
    public IReadOnlyList<SheetQuestion> Questions { get; init; } = [];

    public int Count(RowChange kind) => Differences.Count(d => d.Kind == kind);

    public int WrongRows => Tables.Sum(t => t.Rows - t.GoodRows);

    public int GoodRows => Tables.Sum(t => t.GoodRows);
}

/// <param name="Table">Which table it is.</param>
/// <param name="Sheet">Name of its sheet; null: a single CSV file.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="GoodRows">How many of them are right.</param>
public sealed record FoundTable(ModelTable Table, string? Sheet, int Rows, int GoodRows);
