namespace ResilienceMonitor.Platform.Cli;

/// <summary>Exit codes of every command, documented in docs/command-line.md.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A mistake in the program.</summary>
    public const int Failure = 1;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>The input has errors, or a rule refused.</summary>
    public const int Refused = 3;

    /// <summary>Something outside stands in the way: data directory, database version, port.</summary>
    public const int Environment = 4;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
