using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Load;

/// <summary>The program as people run it: <c>resmon serve</c> in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly Task<string> errors;

    private ServerProcess(Process process, Uri address) => (this.process, Address, errors) = (process, address, process.StandardError.ReadToEndAsync());

    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer that it is ready.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <summary>Time of processors until then.</summary>
    public TimeSpan StartWork { get; private set; }

    public static async Task<ServerProcess> Start(string program, string data, DatabaseChoice.Postgres postgres, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        IReadOnlyList<string> arguments = ["serve", "--data", data, "--urls", address.ToString().TrimEnd('/')];
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? new ProcessStartInfo("dotnet", [program, .. arguments]) : new ProcessStartInfo(program, arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment.Remove(DurableSettings.TestVariable);
        // Pools as they are without any setting.
        start.Environment["RESMON_POSTGRES"] = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { MaxPoolSize = 100 }.ConnectionString;
        start.Environment["RESMON_POSTGRES_OWNER"] = postgres.Owner;
        var clock = Stopwatch.StartNew();
        var server = new ServerProcess(Process.Start(start)!, address);
        _ = server.process.StandardOutput.ReadToEndAsync(ct);
        using var http = new HttpClient { BaseAddress = address };
        while (!await server.IsReady(http, ct))
        {
            if (server.process.HasExited || clock.Elapsed > Patience) throw new InvalidOperationException($"The server did not start: {(server.process.HasExited ? await server.errors : "no answer")}");
            await Task.Delay(5, ct);
        }

        (server.StartUp, server.StartWork) = (clock.Elapsed, server.Work());
        return server;
    }

    /// <summary>Memory in use now, and at most until now.</summary>
    public (double NowMb, double MostMb) Memory()
    {
        var status = File.ReadAllLines($"/proc/{process.Id}/status").Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => l[1].Trim());
        return (Mb(status["VmRSS"]), Mb(status["VmHWM"]));
    }

    /// <summary>Time of processors the server has used.</summary>
    public TimeSpan Work()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> IsReady(HttpClient http, CancellationToken ct)
    {
        try
        {
            process.Refresh();
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Mb(string kilobytes) => double.Parse(kilobytes.Split(' ')[0], CultureInfo.InvariantCulture) / 1024;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
