using System.Diagnostics;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Oidc;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>The whole way with a provider that others wrote, its pages for password and consent included.</summary>
public sealed class RealProviderTests
{
    [Theory, EveryDatabase]
    public async Task Somebody_with_a_group_gets_its_roles_and_nobody_else_an_account(TestApp app)
    {
        NodeProvider.SkipWithout();
        await using var provider = new NodeProvider();
        await using var site = await OidcSite.Start(app, ("muster", provider.Issuer));
        await provider.Start(BeginAddress(site));
        using (var browser = site.Open())
        {
            Assert.Equal("/account", await SignIn(browser, "mia+bcm,it"));

            // Without a word about when the proof was given, nothing that needs a fresh one is shown.
            Assert.Null((await browser.Go("/account")).Page!.QuerySelector("[name='Input.Name']"));

            // Proving it again asks for the password, although the provider knows the browser.
            var again = await browser.Go("/sign-in/oidc/muster?again=1&returnUrl=%2Faccount");
            var account = await browser.Submit(again.Page!, ("login", "mia+bcm,it"), ("password", "beliebig"));
            Assert.Equal("/account", account.At.PathAndQuery);
            Assert.Equal("mia", account.Page!.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        }

        var member = Assert.Single(await site.MembersOf(site.Town));
        Assert.True(member.FromGroups);
        Assert.Equal([Role.Reader, Role.ContinuityOfficer, Role.It], member.Roles);
        Assert.Empty(await site.MembersOf(site.Other));
        using var stranger = site.Open();
        Assert.Contains("oidc.no-group", await SignIn(stranger, "eve+admins"), StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await stranger.Go("/account")).At.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task When_the_provider_is_down_local_accounts_work(TestApp app)
    {
        NodeProvider.SkipWithout();
        await using var provider = new NodeProvider();
        await using var site = await OidcSite.Start(app, ("muster", provider.Issuer));
        await provider.Start(BeginAddress(site));
        await provider.Stop();
        using var browser = site.Open();
        var started = Stopwatch.StartNew();
        var page = (await browser.Go("/sign-in")).Page!;
        Assert.Contains("Mit Kreis muster anmelden", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5));
        started.Restart();
        var failed = await browser.Go("/sign-in/oidc/muster?returnUrl=%2Faccount");
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(10));
        Assert.Contains(OidcTexts.Get("oidc.unreachable"), failed.Page!.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/account", (await browser.Submit(failed.Page, ("Input.Name", "m.beispiel"), ("Input.Password", Person.Password))).At.AbsolutePath);
    }

    private static string BeginAddress(OidcSite site) => new Uri(site.Address, "/sign-in/oidc/muster/done").AbsoluteUri;

    private static async Task<string> SignIn(Browser browser, string name)
    {
        var login = await browser.Go("/sign-in/oidc/muster?returnUrl=%2Faccount");
        var consent = await browser.Submit(login.Page!, ("login", name), ("password", "beliebig"));
        return (await browser.Submit(consent.Page!, ("prompt", "consent"))).At.PathAndQuery;
    }
}
