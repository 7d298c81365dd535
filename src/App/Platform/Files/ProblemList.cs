namespace ResilienceMonitor.Platform.Files;

/// <summary>Collects problems up to the limit and counts the rest, so that a hostile file cannot fill memory or page with them.</summary>
public sealed class ProblemList
{
    private readonly List<FileProblem> _kept = [];

    /// <summary>All problems, also those that are not listed.</summary>
    public int Total { get; private set; }

    public void Add(Func<FileProblem> problem)
    {
        Total++;
        if (_kept.Count < TableLimits.MaxProblems)
            _kept.Add(problem());
    }

    /// <summary>The problems in the order in which they were found, and one entry that says how many more there are.</summary>
    public IReadOnlyList<FileProblem> ToList() =>
        Total == _kept.Count ? [.. _kept] : [.. _kept, FileTexts.Problem(FileCode.More, Total - _kept.Count)];
}
