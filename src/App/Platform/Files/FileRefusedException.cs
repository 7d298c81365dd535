namespace ResilienceMonitor.Platform.Files;

/// <summary>Ends the reading of a file from deep inside a reader; only <see cref="TableFile"/> catches it and hands the problems over.</summary>
internal sealed class FileRefusedException(IReadOnlyList<FileProblem> problems) : Exception(problems[0].Code)
{
    public FileRefusedException(FileProblem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<FileProblem> Problems { get; } = problems;

    public static FileRefusedException Because(string code, params object[] values) => new(FileTexts.Problem(code, values));
}
