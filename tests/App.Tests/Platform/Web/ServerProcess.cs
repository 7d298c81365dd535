using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

/// <summary>The program as an operator starts it, in a process of its own, with everything it writes.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-process-").FullName;
    private readonly StringBuilder written = new();
    private readonly Process process;

    private ServerProcess(int port, string[] arguments, (string Name, string Value)[] environment)
    {
        Address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "resmon.dll"), "serve", "--data", directory, "--urls", Address.OriginalString, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string DatabaseFile => Path.Combine(directory, "resmon.db");

    public static async Task<ServerProcess> Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var server = new ServerProcess(FreePort(), arguments, environment);
        using var client = new HttpClient { BaseAddress = server.Address };
        for (var i = 0; i < 600 && !server.process.HasExited; i++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"The server did not start: {server.written}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it as a system does (SIGTERM); what it wrote until then.</summary>
    public async Task<string> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return written.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (written)
            if (line.Data is not null) written.AppendLine(line.Data);
    }
}
