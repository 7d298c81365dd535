using System.Net;
using Microsoft.Data.Sqlite;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Handbook;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Data.Upgrade;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Keys;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Ui;
using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Platform.Web;
using ResilienceMonitor.Providers;
using ResilienceMonitor.Reports.Api;

namespace ResilienceMonitor.Overview;

/// <summary>Builds and runs the web server. It listens on this computer only, as long as there are no accounts.</summary>
public static class WebServer
{
    /// <summary>The server of an installation: people sign in. Without accounts it prints the way to the first one.</summary>
    public static async Task<int> Run(DataDirectory directory, WebHardeningOptions web, AccountSettings accounts, CommandOutput output, CancellationToken ct)
    {
        directory.Prepare();
        var database = DatabaseChoice.Resolve(directory);
        await using var app = Build(directory, database, web, ServerMode.Accounts, accounts);
        await Prepare(app, ct);
        await ServerRole.Check(database, ct);
        app.Services.GetRequiredService<KeyRingCheck>().Require();
        var first = await app.Services.GetRequiredService<FirstAdministratorLink>().Issue(ct);
        if (first is not null) RefuseOtherComputers(web.Urls);
        await Start(app, web, ct);
        await output.Out.WriteLineAsync(string.Format(null, PlatformTexts.Get("start.running"), string.Join(", ", app.Urls), directory.Path));
        if (first is not null) await output.Out.WriteLineAsync(string.Format(null, PlatformTexts.Get("start.first-link"), app.Urls.First() + first));
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Done;
    }

    /// <summary>Invented bodies on this computer, for looking around: nobody signs in, and nothing of it stays.</summary>
    public static async Task<int> RunDemonstration(WebHardeningOptions web, CommandOutput output, CancellationToken ct)
    {
        RefuseOtherComputers(web.Urls);
        var directory = new DataDirectory(Directory.CreateTempSubdirectory("resmon-demo-").FullName);
        try
        {
            await using var app = Build(directory, new DatabaseChoice.Sqlite(directory.DatabaseFile), web, ServerMode.Demonstration);
            await Prepare(app, ct);
            await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<LoadDemonstration>().Run(ct);
            await Start(app, web, ct);
            await output.Out.WriteLineAsync(string.Format(null, PlatformTexts.Get("start.demonstration"), string.Join(", ", app.Urls), directory.Path));
            await app.WaitForShutdownAsync(ct);
            return ExitCode.Done;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(directory.Path, recursive: true);
        }
    }

    /// <summary>The application without starting it; tests host it in their own way.</summary>
    public static WebApplication Build(DataDirectory directory, DatabaseChoice database, string urls) =>
        Build(directory, database, new WebHardeningOptions(urls), ServerMode.Demonstration);

    public static WebApplication Build(DataDirectory directory, DatabaseChoice database, WebHardeningOptions web, ServerMode mode, AccountSettings? accounts = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(web.Urls);
        builder.AddWebHardening(web);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddPlatform(directory, database);
        if (accounts is not null) builder.Services.AddSingleton(accounts);
        builder.Services.AddUi();
        builder.Services.AddHostedService<JobService>();
        Features.Add(builder.Services);
        if (mode == ServerMode.Accounts) builder.Services.AddSingleton(new DefaultActor(Actor.Nobody));
        builder.Services.AddSingleton(new Notices(Demonstration: mode == ServerMode.Demonstration));
        var app = builder.Build();
        app.UseWebHardening();
        app.UseHandbookPictures();
        app.MapUi(a => a.UseAuthentication().UseMiddleware<RequestActor>());
        app.MapTrail();
        app.MapAccounts();
        app.MapForecasts();
        app.MapReports();
        app.MapProviders();
        app.MapPrograms();
        return app;
    }

    private static async Task Prepare(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Database>().Prepare(ct);
    }

    private static async Task Start(WebApplication app, WebHardeningOptions web, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException)
        {
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.port-taken", web.Urls));
        }
    }

    private static void RefuseOtherComputers(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !(uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))))
                throw new StartProblem(Refusal.Of<PlatformTexts>("start.not-loopback", url));
    }
}
