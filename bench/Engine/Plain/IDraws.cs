namespace ResilienceMonitor.EngineBench.Plain;

/// <summary>What chance decides in one trial.</summary>
internal interface IDraws
{
    void Begin(int trial);

    /// <summary>Severity of the time, 0 to below 1.</summary>
    double Global { get; }

    /// <summary>Severity at an organisation, hours until detection and of forensics, number that decides whether it is hit, hours until help arrives.</summary>
    OrganisationDraw Organisation(int organisation);

    /// <summary>Number that decides whether the asset is encrypted, hours of work in that case and of a check, hours until re-connection.</summary>
    AssetDraw Asset(int asset, bool isBase);

    double Fallback(int service);
}

internal readonly record struct OrganisationDraw(double Severity, double Detection, double Forensics, double Hit, double AidArrival);

internal readonly record struct AssetDraw(double Encrypted, double Restore, double Check, double Reconnection);
