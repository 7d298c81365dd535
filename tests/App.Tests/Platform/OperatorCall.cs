using System.Diagnostics;
using System.Text;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>The program as an operator calls it, in a process of its own, on the database of a <see cref="TestApp"/>.</summary>
internal static class OperatorCall
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public static Task<(int Code, string Text)> Run(TestApp app, params string[] arguments) => Run(app, null, arguments);

    /// <summary>A server that does start is ended as a system does; then the code is 0.</summary>
    /// <param name="app">Whose database.</param>
    /// <param name="keyFile">RESMON_KEY_FILE.</param>
    /// <param name="arguments">Verb and options.</param>
    public static async Task<(int Code, string Text)> Run(TestApp app, string? keyFile, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "resmon.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RESMON_KEY_FILE"] = keyFile;
        if (app.Choice is DatabaseChoice.Postgres postgres)
            (start.Environment["RESMON_POSTGRES"], start.Environment["RESMON_POSTGRES_OWNER"], start.Environment["RESMON_DATA"]) = (postgres.ConnectionString, postgres.Owner, Directory.CreateTempSubdirectory("resmon-test-").FullName);
        else
            start.Environment["RESMON_DATA"] = Path.GetDirectoryName(((DatabaseChoice.Sqlite)app.Choice).File);
        using var process = Process.Start(start)!;
        var written = new StringBuilder();
        var ending = false;
        var error = process.StandardError.ReadToEndAsync(Ct);
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            written.AppendLine(line);
            if (arguments[0] != "serve" || ending || !line.Contains("http://", StringComparison.Ordinal)) continue;
            ending = true;
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync(Ct);
        }

        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, $"{written}{await error}");
    }
}
