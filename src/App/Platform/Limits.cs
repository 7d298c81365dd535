namespace ResilienceMonitor.Platform;

/// <summary>Named limits on everything that grows.</summary>
public static class Limits
{
    public const int KeyLength = 120;
    public const int NameLength = 200;
    public const int ReasonLength = 1_000;

    /// <summary>Services, resources and so on of one body.</summary>
    public const int ItemsPerKind = 5_000;

    /// <summary>Bodies of one installation.</summary>
    public const int Bodies = 50_000;

    /// <summary>Bodies simulated together.</summary>
    public const int BodiesPerRegion = 1_000;

    /// <summary>Entries of the history on one page.</summary>
    public const int HistoryRows = 100;

    /// <summary>Runs a person may ask for.</summary>
    public const int Runs = 100_000;

    /// <summary>Long work waiting or running at the same time.</summary>
    public const int WaitingWork = 20;

    /// <summary>Days during which a removed item can be brought back.</summary>
    public const int UndoDays = 30;

    /// <summary>Bytes of a package file.</summary>
    public const long PackageBytes = 100L * 1024 * 1024;
}
