using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Platform.Files;

/// <summary>What is wrong with a file, and where, in words a clerk understands.</summary>
/// <param name="Code">Stable, for example <c>file.formula</c>.</param>
/// <param name="Text">One sentence or two: what is wrong and what to do. Holds text from the file, shortened; encode it on output.</param>
public sealed record FileProblem(string Code, LocalText Text)
{
    /// <summary>Row as a spreadsheet program counts; null: the whole file.</summary>
    public int? Row { get; init; }

    /// <summary>Name of the column as in the file.</summary>
    public string? Column { get; init; }

    public string? Sheet { get; init; }

    /// <summary>For example <c>C7</c>; null for CSV.</summary>
    public string? Cell { get; init; }
}
