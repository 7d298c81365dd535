using System.Net;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Ui;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Overview;

/// <summary>Builds and runs the web server. It listens on this computer only, as long as there are no accounts.</summary>
public static class WebServer
{
    public static async Task<int> Run(DataDirectory directory, WebHardeningOptions web, CommandOutput output, CancellationToken ct)
    {
        RefuseOtherComputers(web.Urls);
        directory.Prepare();
        await using var app = Build(directory, DatabaseChoice.Resolve(directory), web);
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
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.port-taken", web.Urls));
        }

        await output.Out.WriteLineAsync(string.Format(null, PlatformTexts.Get("start.running"), string.Join(", ", app.Urls), directory.Path));
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }

    /// <summary>The application without starting it; tests host it in their own way.</summary>
    public static WebApplication Build(DataDirectory directory, DatabaseChoice database, string urls) => Build(directory, database, new WebHardeningOptions(urls));

    public static WebApplication Build(DataDirectory directory, DatabaseChoice database, WebHardeningOptions web)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(web.Urls);
        builder.AddWebHardening(web);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddPlatform(directory, database);
        builder.Services.AddUi();
        builder.Services.AddHostedService<JobService>();
        Features.Add(builder.Services);
        var app = builder.Build();
        app.UseWebHardening();
        app.MapUi();
        app.MapTrail();
        app.MapAccounts();
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
