using System.Diagnostics;
using System.Text.RegularExpressions;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Servers;

/// <summary>A real <c>resmon serve</c> on a PostgreSQL, as a node of its own with its own data directory.</summary>
public sealed partial class ServeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> firstLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address => address.Task.Result;

    public Process Process => process;

    /// <summary>Returns as soon as it says that it runs.</summary>
    public static async Task<ServeProcess> Start(string data, DatabaseChoice.Postgres postgres, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "resmon.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", data])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["RESMON_POSTGRES"] = postgres.ConnectionString;
        start.Environment["RESMON_POSTGRES_OWNER"] = postgres.Owner;
        var server = new ServeProcess(new Process { StartInfo = start });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Start();
        server.process.BeginOutputReadLine();
        await server.address.Task.WaitAsync(Patience, ct);
        return server;
    }

    /// <summary>The way to the first account, which it prints as long as there is none.</summary>
    public Task<Uri> FirstLink(CancellationToken ct) => firstLink.Task.WaitAsync(Patience, ct);

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

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+[^\s,]*")]
    private static partial Regex Link();
}
