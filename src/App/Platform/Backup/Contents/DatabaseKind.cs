namespace ResilienceMonitor.Platform.Backup.Contents;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
