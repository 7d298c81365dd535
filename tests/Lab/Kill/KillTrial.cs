using System.Globalization;
using Microsoft.Data.Sqlite;
using ResilienceMonitor.Lab.Writing;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Kill;

/// <summary>
/// Starts the writer, kills it at a random moment, starts it again, and so on. After each kill every acknowledged change must be there exactly
/// once, and the database intact.
/// </summary>
/// <param name="seed">The same seed chooses the same moments; what the computer does until then is its own.</param>
/// <param name="newPostgres">Makes an empty database and returns how to reach it; null: SQLite.</param>
/// <param name="weakened">The deliberate flaw of the writer, <see cref="KillWriter.AcknowledgeFirst"/>; null: none.</param>
/// <param name="progress">Told after each database.</param>
public sealed class KillTrial(int seed, Func<DatabaseChoice.Postgres>? newPostgres, string? weakened, TextWriter? progress = null)
{
    // A new database now and then: making its tables is killed as well, and reading everything back stays quick.
    private const int CyclesPerDatabase = 15;
    private const int LongestStartMs = 1_500;
    private const int MostChanges = 60;
    private const int LongestWorkMs = 30;
    private const int LongestStopMs = 60;

    // For a busy computer; a writer that never begins is a failure of its own.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Changes acknowledged until now; without any the trial would have tried nothing.</summary>
    public int Acknowledged { get; private set; }

    public async Task<Tally> Run(int cycles, CancellationToken ct)
    {
        var tally = new Tally();
        for (var first = 0; first < cycles; first += CyclesPerDatabase)
        {
            tally.Add(await OnOneDatabase(first, Math.Min(cycles, first + CyclesPerDatabase), ct));
            if (progress is not null) await progress.WriteLineAsync($"  {tally.Passed} kills lost nothing of {Acknowledged} acknowledged changes, {tally.Failures.Count} failed");
        }

        return tally;
    }

    private async Task<Tally> OnOneDatabase(int first, int end, CancellationToken ct)
    {
        var tally = new Tally();
        var data = Directory.CreateTempSubdirectory("resmon-kill-").FullName;
        var postgres = newPostgres?.Invoke();
        try
        {
            var known = new Known();
            for (var cycle = first; cycle < end; cycle++)
            {
                var failure = await Cycle(cycle, data, postgres, known, ct);
                tally.Add(failure is null ? null : string.Create(CultureInfo.InvariantCulture, $"seed {seed}, cycle {cycle}, {(postgres is null ? "SQLite" : "PostgreSQL")}: {failure}"));
                if (failure is not null) break;
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }

        return tally;
    }

    private async Task<string?> Cycle(int cycle, string data, DatabaseChoice.Postgres? postgres, Known known, CancellationToken ct)
    {
        var dice = new Dice((ulong)seed, cycle);
        using (var writer = new WriterProcess(ArgumentsOf(cycle, data, postgres, known), enough: 1 + dice.Number(MostChanges)))
        {
            await WaitForTheMoment(writer, dice, ct);
            if (writer.EndedByItself) return $"the writer ended by itself: {await writer.Errors()}";
            var heard = await writer.Kill();
            Acknowledged += heard.Done.Count(c => c.Area == Areas.Body);
            known.Add(heard);
        }

        await using var app = new LabApp(data, postgres);
        await app.Start(ct);
        var missing = await BodyCheck.Run(app, known.Acknowledged, ct);
        return missing ?? (postgres is null ? SqliteCheck.Run(app.DatabaseFile) : null);
    }

    // During start, in the middle of work, or while it comes to rest.
    private static async Task WaitForTheMoment(WriterProcess writer, Dice dice, CancellationToken ct)
    {
        if (dice.Happens(0.2))
        {
            await Task.Delay(dice.Number(LongestStartMs), ct);
            return;
        }

        await writer.Worked.WaitAsync(Patience, ct);
        await Task.Delay(dice.Number(LongestWorkMs), ct);
        if (!dice.Happens(0.15) || writer.EndedByItself) return;
        writer.AskToStop();
        await Task.Delay(dice.Number(LongestStopMs), ct);
    }

    private IReadOnlyList<string> ArgumentsOf(int cycle, string data, DatabaseChoice.Postgres? postgres, Known known)
    {
        var arguments = new List<string> { "kill-writer", "--data", data, "--name", string.Create(CultureInfo.InvariantCulture, $"{seed}.{cycle}") };
        if (postgres is not null) arguments.AddRange(["--postgres", postgres.ConnectionString, "--owner", postgres.Owner!]);
        if (weakened is not null) arguments.AddRange(["--weakened", weakened]);
        if (known.Unanswered.Count > 0) arguments.AddRange(["--again", string.Join(',', known.Unanswered)]);
        return arguments;
    }

    /// <summary>What the clients know after the kills of one database.</summary>
    private sealed class Known
    {
        public Dictionary<string, int> Acknowledged { get; } = new(StringComparer.Ordinal);

        public List<Change> Unanswered { get; private set; } = [];

        public void Add(Heard heard)
        {
            foreach (var change in heard.Done.Where(c => c.Area == Areas.Body))
                Acknowledged[change.Subject] = Math.Max(change.Number, Acknowledged.GetValueOrDefault(change.Subject));
            // Killed before it began to write: those of the time before wait on.
            Unanswered = [.. Unanswered.Concat(heard.Sent).Distinct().Except(heard.Done)];
        }
    }
}
