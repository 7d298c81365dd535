using System.Diagnostics;
using ResilienceMonitor.Lab.Servers;

namespace ResilienceMonitor.Lab.Nodes;

/// <summary><c>lab nodes</c>: two servers on one PostgreSQL, one killed in the middle of the work.</summary>
public static class NodesCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public static async Task<int> Run(Arguments arguments, TextWriter output)
    {
        var jobs = arguments.Number("jobs", 200);
        var server = PostgresServer.Durable ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var data = Directory.CreateTempSubdirectory("resmon-nodes-");
        var watch = Stopwatch.StartNew();
        var outcome = await new NodesTrial(server.NewDatabase(), data.FullName).Run(jobs, Patience, CancellationToken.None);
        data.Delete(recursive: true);
        await output.WriteLineAsync($"{outcome} in {watch.Elapsed.TotalSeconds:0} s");
        var tally = new Tally();
        tally.Add(outcome.Done == jobs ? null : $"{jobs - outcome.Done} jobs were not done");
        tally.Add(outcome.Results == jobs && outcome.Twice == 0 ? null : $"{outcome.Results} results, {outcome.Twice} of them twice");
        tally.Add(outcome.DoneAtKill < jobs ? null : "the node was killed after the work was over");
        tally.Add(outcome.SignedIn ? null : "who was signed in had to sign in again");
        return await tally.Close(output);
    }
}
