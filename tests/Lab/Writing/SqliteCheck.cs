using Microsoft.Data.Sqlite;

namespace ResilienceMonitor.Lab.Writing;

/// <summary>SQLite's own word on whether a database file is intact.</summary>
public static class SqliteCheck
{
    public static string? Run(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var answer = command.ExecuteScalar() as string;
        return answer == "ok" ? null : $"the database is damaged: {answer}";
    }
}
