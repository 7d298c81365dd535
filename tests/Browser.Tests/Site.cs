using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>
/// The real server with the demonstration district on a free port, and one browser for all tests. What takes long is computed once,
/// before the first test. Without the browser every test is skipped.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>For long work on a busy computer; nothing is asserted about time.</summary>
    public const float Patience = 300_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly (string Language, string Theme)[] Looks = [("de", "light"), ("de", "dark"), ("en", "light"), ("en", "dark")];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("resmon-browser-");
    private readonly Dictionary<(string Language, string Theme), Task<VisitingPage>> visiting = [];
    private readonly Dictionary<(string Address, string Language, string Theme), Task<Visit>> visits = [];
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Origin => app!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "chromium")).FirstOrDefault(File.Exists);
        if (chromium is null) return;
        var data = DataDirectory.Resolve(directory.FullName);
        data.Prepare();
        app = WebServer.Build(data, new DatabaseChoice.Sqlite(data.DatabaseFile), "http://127.0.0.1:0");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Database>().Prepare(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<LoadDemonstration>().Run(CancellationToken.None);
        }

        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
        await Warm();
    }

    /// <summary>Runs a piece of work as the local owner.</summary>
    internal async Task<T> Use<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = app!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.LocalOwner);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A browser window with cookies of its own; close it by disposing its context.</summary>
    public async Task<IPage> Open(string language = "de", string theme = "light", bool scripts = true, int width = 1280)
    {
        Assert.SkipWhen(browser is null, "Needs the browser: there is no chromium on the PATH.");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Origin,
            Locale = language == "de" ? "de-DE" : "en-GB",
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(120_000);
        await context.AddCookiesAsync([new() { Name = "resmon.theme", Value = theme, Url = Origin }]);
        return await context.NewPageAsync();
    }

    /// <summary>
    /// What was seen on a page; looked at once, asserted about by several tests. All looks of a page are taken at the same time: each has
    /// a window of its own, and the computer more than one core.
    /// </summary>
    internal Task<Visit> Visit(string address, string language, string theme)
    {
        foreach (var (l, t) in Looks.Where(look => !visits.ContainsKey((address, look.Language, look.Theme)))) visits[(address, l, t)] = Look(l, t);
        return visits[(address, language, theme)];

        async Task<Visit> Look(string language, string theme)
        {
            if (!visiting.TryGetValue((language, theme), out var page)) visiting[(language, theme)] = page = VisitingPage.Open(this, language, theme);
            return await (await page).Visit(address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    private async Task Warm()
    {
        var page = await Open();
        foreach (var address in Addresses.Slow)
        {
            await page.GotoAsync(address);
            await Steps.Settle(page);
        }

        await page.Context.CloseAsync();
    }
}

[CollectionDefinition(nameof(SiteCollection))]
public sealed class SiteCollection : ICollectionFixture<Site>;
