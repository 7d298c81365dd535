namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Plays runs and shows them one after the other; one for each thread.</summary>
internal interface IRunPlayer
{
    /// <summary>How many runs are best played together.</summary>
    int Together { get; }

    /// <summary>The run that is shown.</summary>
    IPlayedRun Shown { get; }

    /// <summary>Plays up to <see cref="Together"/> runs.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="show">Told the number of the run that is shown.</param>
    /// <param name="ct">Ends it early, where runs are long.</param>
    void Play(int first, int count, Action<int> show, CancellationToken ct);
}
