using System.Net;
using Microsoft.AspNetCore.DataProtection;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Ui;

namespace ResilienceMonitor.Overview;

/// <summary>Builds and runs the web server. It listens on this computer only, as long as there are no accounts.</summary>
public static class WebServer
{
    public static async Task<int> Run(DataDirectory directory, string urls, CommandOutput output, CancellationToken ct)
    {
        RefuseOtherComputers(urls);
        directory.Prepare();
        await using var app = Build(directory, DatabaseChoice.Resolve(directory), urls);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Database>().Prepare(ct);
            await scope.ServiceProvider.GetRequiredService<LoadDemonstration>().Run(ct);
        }

        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException)
        {
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.port-taken", urls));
        }

        await output.Out.WriteLineAsync(string.Format(null, PlatformTexts.Get("start.running"), string.Join(", ", app.Urls), directory.Path));
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }

    /// <summary>The application without starting it; tests host it in their own way.</summary>
    public static WebApplication Build(DataDirectory directory, DatabaseChoice database, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(directory.Path, "keys")));
        builder.Services.AddPlatform(directory, database);
        builder.Services.AddUi();
        builder.Services.AddHostedService<JobService>();
        Features.Add(builder.Services);
        var app = builder.Build();
        app.MapUi();
        app.MapForecasts();
        return app;
    }

    private static void RefuseOtherComputers(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !(uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))))
                throw new StartProblem(Refusal.Of<PlatformTexts>("start.not-loopback", url));
    }
}
