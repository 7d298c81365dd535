using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Cli;

/// <summary>One line about a problem of a list: where it stands, what it is, its code.</summary>
internal static class ProblemLine
{
    public static string Of(FileProblem problem)
    {
        var place = problem switch
        {
            { Cell: { } cell } => $"{problem.Sheet} {cell}:",
            { Row: { } row, Column: { } column } => string.Format(null, BodiesTexts.Get("cli.import.row-column"), row, column),
            { Row: { } row } => string.Format(null, BodiesTexts.Get("cli.import.row"), row),
            _ => "",
        };
        return $"{place} {problem.Text} [{problem.Code}]".TrimStart();
    }
}
