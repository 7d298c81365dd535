using Microsoft.Playwright;
using ResilienceMonitor.Platform.Identity;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>From the printed link to a passkey and back in with it, on an installation of its own, with the browser's virtual authenticator.</summary>
public sealed class PasskeyTests(EmptySite site) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in()
    {
        var page = await site.Open();
        await AddVirtualDevice(page);
        await site.CreateAccount(page);

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
        await page.Field("Input.Password").FillAsync(EmptySite.Password);
        await page.Button(Words.Of<IdentityTexts>("password.submit")).ClickAsync();
        await Steps.Arrive(page, "/");
        await page.Context.CloseAsync();
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
