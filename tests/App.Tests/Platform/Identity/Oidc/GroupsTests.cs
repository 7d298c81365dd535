using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>What somebody may do follows their groups, from one sign-in to the next.</summary>
public sealed class GroupsTests
{
    [Theory, EveryDatabase]
    public async Task Roles_come_change_and_go_with_the_groups(TestApp app)
    {
        await using var provider = await new EvilProvider().Start();
        await using var site = await OidcSite.Start(app, ("muster", provider.Issuer));
        using var browser = site.Open();
        Assert.Equal("/account", await SignIn(browser));
        Assert.Equal([Role.ContinuityOfficer], Assert.Single(await site.MembersOf(site.Town)).Roles);
        provider.Groups = new[] { "it", "other" };
        Assert.Equal("/account", await SignIn(browser));
        Assert.Equal([Role.Reader, Role.It], Assert.Single(await site.MembersOf(site.Town)).Roles);
        Assert.Equal([Role.Reader], Assert.Single(await site.MembersOf(site.Other)).Roles);
        provider.Groups = "other";
        Assert.Equal("/account", await SignIn(browser));
        Assert.Empty(await site.MembersOf(site.Town));
        provider.Groups = null;
        Assert.Contains("oidc.groups-missing", await SignIn(browser), StringComparison.Ordinal);
        Assert.Empty(await site.MembersOf(site.Other));
        var kinds = await app.UseAs<AppDb, List<string>>(Actor.House(site.Town), (db, ct) => db.Events.Where(e => e.BodyId == site.Town && e.Kind.StartsWith("members.")).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(ct));
        Assert.Equal(["members.added", "members.changed", "members.removed"], kinds);
    }

    [Theory, EveryDatabase]
    public async Task What_was_decided_by_hand_stays(TestApp app)
    {
        await using var provider = await new EvilProvider { Groups = "other" }.Start();
        await using var site = await OidcSite.Start(app, ("muster", provider.Issuer));
        using var browser = site.Open();
        Assert.Equal("/account", await SignIn(browser));
        var user = Assert.Single(await site.MembersOf(site.Other)).UserId;
        var link = await app.Invite(Tenancy.TwoTowns.Person(site.Town, Role.BodyAdministrator), Role.Auditor);
        Assert.Equal(site.Town, (await app.Accept(link.Write(), user)).Value);
        provider.Groups = new[] { "bcm" };
        Assert.Equal("/account", await SignIn(browser));
        Assert.Equal([Role.Auditor], Assert.Single(await site.MembersOf(site.Town)).Roles);
        Assert.Empty(await site.MembersOf(site.Other));
        provider.Groups = null;
        Assert.Equal("/account", await SignIn(browser));
        Assert.Equal([Role.Auditor], Assert.Single(await site.MembersOf(site.Town)).Roles);
    }

    [Theory, EveryDatabase]
    public async Task The_same_mail_and_name_at_another_provider_is_somebody_else(TestApp app)
    {
        await using var one = await new EvilProvider().Start();
        await using var two = await new EvilProvider().Start();
        await using var site = await OidcSite.Start(app, ("one", one.Issuer), ("two", two.Issuer));
        using var first = site.Open();
        using var second = site.Open();
        Assert.Equal("/account", await SignIn(first, "one"));
        Assert.Equal("/account", await SignIn(second, "two"));
        Assert.Equal("/account", await SignIn(first, "one"));
        Assert.Equal(2, (await site.MembersOf(site.Town)).Select(m => m.UserId).Distinct().Count());
    }

    private static async Task<string> SignIn(Browser browser, string key = "muster") => (await browser.Go($"/sign-in/oidc/{key}?returnUrl=/account")).At.PathAndQuery;
}
