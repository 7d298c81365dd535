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
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>From the printed link to a passkey and back in with it, on an installation of its own, with the browser's virtual authenticator.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Password = "lila Regenschirm tanzt";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("resmon-passkey-");
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
        SetDefaultExpectTimeout(60_000);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in()
    {
        Assert.SkipWhen(browser is null, "Needs the browser: there is no chromium on the PATH.");
        var context = await browser!.NewContextAsync(new() { BaseURL = app!.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Locale = "de-DE" });
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        await AddVirtualDevice(page);
        await CreateAccount(page);

        await page.Field("name").FillAsync("Diensthandy");
        await page.Button(Words.Of<IdentityTexts>("passkeys.add")).ClickAsync();
        await Steps.Arrive(page, "/account?done=passkey");
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Diensthandy", Exact = true })).ToBeVisibleAsync();
        await page.Button(Words.Of<IdentityTexts>("sign-out")).ClickAsync();
        await Steps.Arrive(page, "/sign-in?out=1");
        await page.GoBackAsync();
        await page.ReloadAsync();
        await Steps.Arrive(page, "/sign-in?");
        await page.GotoAsync("/account");
        await Steps.Arrive(page, "/sign-in?returnUrl=");

        await page.GotoAsync("/sign-in?returnUrl=/account");
        await page.Button(Words.Of<IdentityTexts>("passkey.sign-in")).ClickAsync();
        await Steps.Arrive(page, "/account");
        await page.GotoAsync("/sign-in/again?returnUrl=/account/password");
        await page.Button(Words.Of<IdentityTexts>("passkey.sign-in")).ClickAsync();
        await Steps.Arrive(page, "/account/password");

        // The password stays a way in.
        await page.GotoAsync("/account");
        await page.Button(Words.Of<IdentityTexts>("sign-out")).ClickAsync();
        await Steps.Arrive(page, "/sign-in?out=1");
        await page.Field("Input.Name").FillAsync("m.beispiel");
        await page.Field("Input.Password").FillAsync(Password);
        await page.Button(Words.Of<IdentityTexts>("password.submit")).ClickAsync();
        await Steps.Arrive(page, "/");
        await context.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
    }

    private async Task CreateAccount(IPage page)
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

    private static async Task AddVirtualDevice(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
