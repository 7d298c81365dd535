using System.Diagnostics;
using System.Globalization;
using Npgsql;
using ResilienceMonitor.Lab.Servers;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Load;

/// <summary><c>lab load</c>: every page of a large installation on PostgreSQL, asked for by many people at the same time.</summary>
public static class LoadCommand
{
    public static async Task<int> Run(Arguments arguments, TextWriter output)
    {
        var size = new LoadSize(arguments.Number("bodies", 1_000), arguments.Number("services", 60), arguments.Number("resources", 120));
        var (users, seed) = (arguments.Number("users", 20), arguments.Number("seed", 1));
        var duration = TimeSpan.FromSeconds(arguments.Number("seconds", 60));
        var program = arguments.Text("program") ?? Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../App/release/resmon.dll"));
        var thinks = (arguments.Text("think") ?? "0,1").Split(',').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToList();
        var report = new LoadReport(output);
        var postgres = (PostgresServer.Durable ?? throw new InvalidOperationException("PostgreSQL is not installed.")).NewDatabase();
        var data = Directory.CreateTempSubdirectory("resmon-load-").FullName;
        try
        {
            var installation = await Fill(postgres, data, size, users, report);
            PageAddresses.RequireAll(installation);
            using var server = await StartOften(arguments.Number("starts", 5), program, data, postgres, report);
            await report.Memory("after start", server.Memory());
            var people = new List<SignedIn>();
            foreach (var person in installation.People) people.Add(await SignedIn.At(server.Address, person, CancellationToken.None));
            var run = new LoadRun(server, new PageAddresses(installation), [.. people.OrderBy(p => p.Who.Place)], seed);
            await Measure(run, duration, thinks, users, report);
            await report.Memory("after load", server.Memory());
            foreach (var person in people) person.Dispose();
            return await report.Close();
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task Measure(LoadRun run, TimeSpan duration, IReadOnlyList<double> thinks, int users, LoadReport report)
    {
        await report.Together("first look, one after the other", await run.First(CancellationToken.None), judged: false);
        await report.Alone(await run.OneByOne(CancellationToken.None));
        foreach (var think in thinks)
            await report.Together(
                string.Create(CultureInfo.InvariantCulture, $"{users} people, {think:0.#} s to think"),
                await run.Together(duration, TimeSpan.FromSeconds(think), CancellationToken.None), judged: true);
    }

    private static async Task<Installation> Fill(DatabaseChoice.Postgres postgres, string data, LoadSize size, int users, LoadReport report)
    {
        var clock = Stopwatch.StartNew();
        await using var app = new LabApp(data, postgres);
        var installation = await new FillInstallation(app, postgres, size).Run(users, CancellationToken.None);
        await using var connection = new NpgsqlConnection(PostgresServer.AsSuperuser(postgres).ConnectionString);
        await connection.OpenAsync();
        DatabaseWork.Postmaster = DatabaseWork.ParentOf(connection.ProcessID);
        await using var command = new NpgsqlCommand("SELECT pg_database_size(current_database()) / 1048576 || ' MB, ' || (SELECT count(*) FROM bodies) || ' bodies, ' || (SELECT count(*) FROM services) || ' services, ' || (SELECT count(*) FROM resources) || ' resources, ' || (SELECT count(*) FROM events) || ' events'", connection);
        await report.Say($"filled in {clock.Elapsed.TotalSeconds:0} s: {await command.ExecuteScalarAsync()}; {installation.Services.Count} services and {installation.Resources.Count} resources in each town");
        return installation;
    }

    /// <summary>The first start is cold: what it needs of the program is not in memory if somebody has emptied that; the later ones are warm.</summary>
    private static async Task<ServeProcess> StartOften(int starts, string program, string data, DatabaseChoice.Postgres postgres, LoadReport report)
    {
        var warm = new List<(TimeSpan, TimeSpan)>();
        var cold = new List<(TimeSpan, TimeSpan)>();
        for (var start = 0; start < starts; start++)
        {
            if (DropCaches())
            {
                using var first = await ServeProcess.Start(data, postgres, CancellationToken.None, program);
                cold.Add((first.StartUp, first.StartWork));
            }

            using var again = await ServeProcess.Start(data, postgres, CancellationToken.None, program);
            warm.Add((again.StartUp, again.StartWork));
        }

        if (cold.Count > 0) await report.Starts("cold", cold);
        if (warm.Count > 0) await report.Starts("warm", warm);
        return await ServeProcess.Start(data, postgres, CancellationToken.None, program);
    }

    private static bool DropCaches()
    {
        try
        {
            File.WriteAllText("/proc/sys/vm/drop_caches", "1");
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
