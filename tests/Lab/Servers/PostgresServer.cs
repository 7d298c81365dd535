using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Servers;

/// <summary>A PostgreSQL server of the tests' own, from the system's package, started once and stopped with the process.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer?> Quick = new(() =>
    {
        // The program starts on a server that does not flush only because we say so.
        Environment.SetEnvironmentVariable(DurableSettings.TestVariable, DurableSettings.TestValue);
        return Start("-c fsync=off");
    });
    private static readonly Lazy<PostgresServer?> AsInstalled = new(() => Start(""));
    private readonly string directory;
    private readonly int port;
    private readonly string bin;

    private PostgresServer(string bin, string directory, int port) => (this.bin, this.directory, this.port) = (bin, directory, port);

    /// <summary>Does not flush, because tests have no power cuts. Null when the package is not installed; the tests then count as skipped for this database.</summary>
    public static PostgresServer? Instance => Quick.Value;

    /// <summary>With the settings the package brings, under which the program starts without an exemption.</summary>
    public static PostgresServer? Durable => AsInstalled.Value;

    /// <summary>A new database of the owner role, empty or like a template; the application's role owns nothing.</summary>
    public DatabaseChoice.Postgres NewDatabase(string template = "template1")
    {
        var name = $"t{Guid.CreateVersion7():N}";
        Execute($"CREATE DATABASE {name} OWNER resmon_owner TEMPLATE {template}");
        return new DatabaseChoice.Postgres(ConnectionString(name, "resmon_app"), ConnectionString(name, "resmon_owner"));
    }

    /// <summary>The same database with a role that no row-level security binds.</summary>
    public static DatabaseChoice.Postgres AsSuperuser(DatabaseChoice.Postgres choice) =>
        new(new NpgsqlConnectionStringBuilder(choice.ConnectionString) { Username = "postgres" }.ConnectionString, null);

    /// <summary>Ends what a test began: nobody is connected any more and its room is free again.</summary>
    public void Drop(DatabaseChoice.Postgres choice)
    {
        foreach (var text in new[] { choice.ConnectionString, choice.Owner, AsSuperuser(choice).ConnectionString })
        {
            if (text is null) continue;
            using var connection = new NpgsqlConnection(text);
            NpgsqlConnection.ClearPool(connection);
        }
        Execute($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(choice.ConnectionString).Database} WITH (FORCE)");
    }

    /// <summary>As the superuser of the server, on any database.</summary>
    public void Execute(string sql, string database = "postgres")
    {
        using var connection = new NpgsqlConnection(ConnectionString(database, "postgres") + ";Pooling=False");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        AsServer($"{bin}/pg_ctl -D {directory}/db -m immediate stop");
        Directory.Delete(directory, recursive: true);
    }

    private string ConnectionString(string database, string role) =>
        $"Host=127.0.0.1;Port={port};Username={role};Database={database};Maximum Pool Size=8;Timeout=30";

    private static PostgresServer? Start(string settings)
    {
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (bin is null) return null;
        var directory = Directory.CreateTempSubdirectory("resmon-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Run("chown", ["postgres", directory]);
        var server = new PostgresServer(bin, directory, FreePort());
        AsServer($"{bin}/initdb -D {directory}/db -A trust -U postgres --locale=C.UTF-8");
        AsServer($"{bin}/pg_ctl -D {directory}/db -l {directory}/log -o '-p {server.port} -k {directory} -c listen_addresses=127.0.0.1 {settings} -c max_connections=200' -w start");
        server.Execute("CREATE ROLE resmon_owner LOGIN; CREATE ROLE resmon_app LOGIN;");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    // PostgreSQL refuses to run as root.
    private static void AsServer(string command)
    {
        if (Environment.IsPrivilegedProcess) Run("su", ["postgres", "-c", command]);
        else Run("sh", ["-c", command]);
    }

    private static void Run(string file, IReadOnlyList<string> arguments)
    {
        // The server outlives pg_ctl and would keep a redirected pipe open for ever.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", file, .. arguments]) { WorkingDirectory = "/tmp" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
