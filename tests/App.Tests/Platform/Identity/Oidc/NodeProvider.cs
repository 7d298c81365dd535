using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>The real provider (npm oidc-provider), as a process of its own.</summary>
internal sealed class NodeProvider : IAsyncDisposable
{
    public const string Secret = "a secret: with +, & and %25";

    private Process? process;

    public int Port { get; } = FreePort();

    public string Issuer => $"http://127.0.0.1:{Port}";

    private static string Folder => Path.Combine(Repository(), "tests", "oidc-provider");

    public static void SkipWithout()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) Assert.Skip("The provider for tests is not installed (npm ci in tests/oidc-provider).");
    }

    public async Task Start(string redirect)
    {
        process = Process.Start(new ProcessStartInfo("node", ["provider.js", $"{Port}", redirect, Secret]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line == "ready") return;
        throw new InvalidOperationException("The provider did not start.");
    }

    public async Task Stop()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await Stop();

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ResilienceMonitor.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
