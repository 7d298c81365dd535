namespace ResilienceMonitor.Platform.Backup;

/// <summary>Tables whose rows a restored database must not have: who was signed in then is not signed in now.</summary>
internal static class SessionTables
{
    public static IReadOnlyList<string> Names { get; } = ["sessions", "protection_keys", "data_protection_keys"];
}
