using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>Accounts, and people who came into a body by its links.</summary>
internal static class Accounts
{
    public static Task<Guid> AddAccount(this TestApp app, string name) => app.UseAs<AppDb, Guid>(Actor.Nobody, async (db, ct) =>
    {
        var user = new User { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, CreatedAt = app.Clock.GetCurrentInstant() };
        db.Add(user);
        await db.SaveChangesAsync(ct);
        return user.Id;
    });

    public static async Task<LinkSecret> Invite(this TestApp app, Actor by, params Role[] roles) =>
        (await app.UseAs<InviteMember, Result<LinkSecret>>(by, (u, ct) => u.Run(roles, null, ct))).Value;

    public static Task<Result<BodyId>> Accept(this TestApp app, string link, Guid user) =>
        app.UseAs<AcceptInvitation, Result<BodyId>>(Actor.Nobody, (u, ct) => u.Run(link, user, ct));

    /// <summary>An account that joins a body, and who it is there now, signed in this moment.</summary>
    public static async Task<Actor> Join(this TestApp app, BodyId body, string name, params Role[] roles)
    {
        var user = await app.AddAccount(name);
        var link = await app.Invite(Tenancy.TwoTowns.Person(body, Role.BodyAdministrator), roles);
        Assert.Equal(body, (await app.Accept(link.Write(), user)).Value);
        return app.As(user, body, roles);
    }

    public static Actor As(this TestApp app, Guid user, BodyId body, params Role[] roles) =>
        Actor.Member(user, TenantScope.Only(body), roles) with { SignedInAt = app.Clock.GetCurrentInstant() };

    public static async Task<MembersOfBody> Members(this TestApp app, Actor by) =>
        (await app.UseAs<ListMembers, Result<MembersOfBody>>(by, (u, ct) => u.Run(ct))).Value;

    public static async Task<string?> ChangeRoles(this TestApp app, Actor by, Actor of, params Role[] roles)
    {
        var row = (await app.Members(by)).Members.SingleOrDefault(m => m.User == of.User)?.RowVersion ?? 1;
        return (await app.UseAs<ChangeRoles, Result<bool>>(by, (u, ct) => u.Run(of.User!.Value, row, roles, ct))).Refusal?.Code;
    }
}
