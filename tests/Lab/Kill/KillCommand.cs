using ResilienceMonitor.Lab.Servers;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Kill;

/// <summary><c>lab kill</c>: the trial on both databases, and the flaw it must catch.</summary>
public static class KillCommand
{
    // A writer that acknowledges first loses something in almost every kill.
    private const int CyclesOfAFlaw = 10;

    public static async Task<int> Run(Arguments arguments, TextWriter output)
    {
        var (cycles, seed) = (arguments.Number("cycles", 300), arguments.Number("seed", 1));
        var weakened = arguments.Text("weakened");
        var tally = new Tally();
        foreach (var (name, newPostgres) in Databases(arguments.Text("database")))
        {
            if (weakened is null or "none")
            {
                var trial = new KillTrial(seed, newPostgres, weakened: null, output);
                var sound = await trial.Run(cycles, CancellationToken.None);
                await output.WriteLineAsync($"{name}: {sound.Passed} of {cycles} kills lost nothing of {trial.Acknowledged} acknowledged changes");
                tally.Add(sound);
            }

            if (weakened == "none") continue;
            var flawed = await new KillTrial(seed, newPostgres, weakened ?? KillWriter.AcknowledgeFirst).Run(CyclesOfAFlaw, CancellationToken.None);
            await output.WriteLineAsync($"{name}, weakened ({weakened ?? KillWriter.AcknowledgeFirst}): {(flawed.Failures.Count > 0 ? $"caught, {flawed.Failures[0]}" : "NOT caught")}");
            tally.Add(flawed.Failures.Count > 0 ? null : $"{name}: acknowledging before the commit was not caught");
        }

        return await tally.Close(output);
    }

    private static IEnumerable<(string Name, Func<DatabaseChoice.Postgres>? NewPostgres)> Databases(string? wanted)
    {
        if (wanted is null or "sqlite") yield return ("SQLite", null);
        if (wanted is null or "postgres") yield return ("PostgreSQL", () => (PostgresServer.Durable ?? throw new InvalidOperationException("PostgreSQL is not installed.")).NewDatabase());
    }
}
