using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>An installation in which nobody has ever signed in, with a browser of its own. Without the browser every test is skipped.</summary>
public sealed class EmptySite : IAsyncLifetime
{
    public const string Password = "lila Regenschirm tanzt";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("resmon-empty-");
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "chromium")).FirstOrDefault(File.Exists);
        if (chromium is null) return;
        var data = DataDirectory.Resolve(directory.FullName);
        data.Prepare();
        app = WebServer.Build(data, new DatabaseChoice.Sqlite(data.DatabaseFile), new WebHardeningOptions("http://127.0.0.1:0"), ServerMode.Accounts, new AccountSettings(null));
        await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<Database>().Prepare(CancellationToken.None);
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>A window of somebody who is not signed in. Passkeys need a name, so the address is not a number.</summary>
    public async Task<IPage> Open(bool scripts = true)
    {
        Assert.SkipWhen(browser is null, "Needs the browser: there is no chromium on the PATH.");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = app!.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal),
            Locale = "de-DE",
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(120_000);
        return await context.NewPageAsync();
    }

    /// <summary>Opens the link of the first administrator and fills its form.</summary>
    public async Task CreateAccount(IPage page)
    {
        await page.GotoAsync((await app!.Services.GetRequiredService<FirstAdministratorLink>().Issue(CancellationToken.None))!);
        await page.Field("Input.Name").FillAsync("M. Beispiel");
        await page.Field("Input.UserName").FillAsync("m.beispiel");
        await page.Field("Input.Password").FillAsync(Password);
        await page.Field("Input.Again").FillAsync(Password);
        await page.Field("Input.BodyName").FillAsync("Stadt Musterstadt");
        await page.Button(Words.Of<BodiesTexts>("welcome.submit")).ClickAsync();
        await Steps.Arrive(page, "/account");
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }
}
