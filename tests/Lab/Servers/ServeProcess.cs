using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Servers;

/// <summary>A real <c>resmon serve</c>, as a node of its own with its own data directory.</summary>
public sealed partial class ServeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> firstLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address => address.Task.Result;

    /// <summary>From the start of the process to the first answer that it is ready.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <summary>Time of processors until then.</summary>
    public TimeSpan StartWork { get; private set; }

    /// <summary>Returns as soon as it is ready.</summary>
    /// <param name="data">Its data directory.</param>
    /// <param name="postgres">The database of all nodes; null: a SQLite file in its data directory.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="program">What to start: <c>resmon.dll</c> or a released program. Null: the one beside this command.</param>
    public static async Task<ServeProcess> Start(string data, DatabaseChoice.Postgres? postgres, CancellationToken ct, string? program = null)
    {
        program ??= Path.Combine(AppContext.BaseDirectory, "resmon.dll");
        IReadOnlyList<string> arguments = ["serve", "--urls", "http://127.0.0.1:0", "--data", data];
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, .. arguments]) : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        if (postgres is not null)
        {
            // As many connections as without any setting.
            start.Environment["RESMON_POSTGRES"] = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { MaxPoolSize = 100 }.ConnectionString;
            start.Environment["RESMON_POSTGRES_OWNER"] = postgres.Owner;
        }

        var clock = Stopwatch.StartNew();
        var server = new ServeProcess(new Process { StartInfo = start });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Start();
        server.process.BeginOutputReadLine();
        await server.address.Task.WaitAsync(Patience, ct);
        await server.BeReady(clock, ct);
        (server.StartUp, server.StartWork) = (clock.Elapsed, server.Work());
        return server;
    }

    /// <summary>The way to the first account, which it prints as long as there is none.</summary>
    public Task<Uri> FirstLink(CancellationToken ct) => firstLink.Task.WaitAsync(Patience, ct);

    /// <summary>Memory in use now, and at most until now.</summary>
    public (double NowMb, double MostMb) Memory()
    {
        var status = File.ReadAllLines($"/proc/{process.Id}/status").Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1].Trim());
        return (Mb(status["VmRSS"]), Mb(status["VmHWM"]));
    }

    /// <summary>Time of processors it has used.</summary>
    public TimeSpan Work()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Without a chance to tidy up.</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private async Task BeReady(Stopwatch clock, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
            if (answer.StatusCode == HttpStatusCode.OK) return;
            if (clock.Elapsed > Patience) throw new TimeoutException($"The server is not ready: {(int)answer.StatusCode}");
            await Task.Delay(5, ct);
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException("The server ended before it listened."));
            return;
        }

        if (Link().Match(line) is not { Success: true } link) return;
        if (link.Value.Contains("/welcome/", StringComparison.Ordinal)) firstLink.TrySetResult(new Uri(link.Value));
        else address.TrySetResult(new Uri(link.Value));
    }

    private static double Mb(string kilobytes) => double.Parse(kilobytes.Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+[^\s,]*")]
    private static partial Regex Link();
}
