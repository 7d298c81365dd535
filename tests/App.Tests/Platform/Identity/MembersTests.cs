using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>People come by a link, and one administrator always stays (attack cases T03, T07, T17).</summary>
public sealed class MembersTests
{
    [Theory, EveryDatabase]
    public async Task A_link_lets_one_person_in_once(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var (first, second) = (await app.AddAccount("first"), await app.AddAccount("second"));
        var link = (await app.Invite(towns.OfA, Role.Editor)).Write();
        Assert.Equal(towns.A, (await app.Accept(link, first)).Value);
        Assert.Equal("link.not-found", (await app.Accept(link, second)).Refusal?.Code);
        Assert.Equal([Role.Editor], Assert.Single((await app.Members(towns.OfA)).Members).Roles);
        Assert.Empty((await app.Members(towns.OfB)).Members);
    }

    [Theory, EveryDatabase]
    public async Task Guessed_foreign_ended_and_withdrawn_links_answer_alike(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var user = await app.AddAccount("guest");
        var link = await app.Invite(towns.OfA, Role.Editor);
        var withdrawn = await app.Invite(towns.OfA, Role.Editor);
        Assert.Equal("link.not-found", (await app.UseAs<RevokeInvitation, Result<bool>>(towns.OfB, (u, ct) => u.Run(withdrawn.Id, ct))).Refusal?.Code);
        Assert.True((await app.UseAs<RevokeInvitation, Result<bool>>(towns.OfA, (u, ct) => u.Run(withdrawn.Id, ct))).Value);
        string?[] links =
        [
            null, "", "x.y.z", (link with { Secret = new string('0', 64) }).Write(), (link with { Body = towns.B }).Write(),
            (link with { Id = Guid.CreateVersion7() }).Write(), withdrawn.Write(),
        ];
        foreach (var bad in links) Assert.Equal("link.not-found", (await app.Accept(bad!, user)).Refusal?.Code);
        app.Clock.Advance(InviteMember.Lasts);
        Assert.Equal("link.not-found", (await app.Accept(link.Write(), user)).Refusal?.Code);
        Assert.Empty((await app.Members(towns.OfA)).Members);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_changes_their_own_roles_and_one_administrator_stays(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var admin = await app.Join(towns.A, "admin", Role.BodyAdministrator);
        var editor = await app.Join(towns.A, "editor", Role.Editor);
        Assert.Equal("people.own-roles", await app.ChangeRoles(admin, admin, Role.BodyAdministrator, Role.Auditor));
        Assert.Null(await app.ChangeRoles(admin, editor, Role.BodyAdministrator));
        var second = app.As(editor.User!.Value, towns.A, Role.BodyAdministrator);
        Assert.Null(await app.ChangeRoles(second, admin, Role.Reader));
        Assert.Equal("people.last-administrator", await app.ChangeRoles(TwoTowns.Person(towns.A, Role.BodyAdministrator), second, Role.Reader));
        Assert.Equal("people.last-administrator", await app.ChangeRoles(TwoTowns.Person(towns.A, Role.BodyAdministrator), second));
        Assert.Null(await app.ChangeRoles(second, admin));
        Assert.Equal(second.User, Assert.Single((await app.Members(second)).Members).User);
    }

    [Theory, EveryDatabase]
    public async Task Two_administrators_cannot_take_each_other_out_at_the_same_time(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var one = await app.Join(towns.A, "one", Role.BodyAdministrator);
        for (var round = 0; round < 8; round++)
        {
            var two = await app.Join(towns.A, $"two {round}", Role.BodyAdministrator);
            await Task.WhenAll(Task.Run(() => app.ChangeRoles(one, two)), Task.Run(() => app.ChangeRoles(two, one)));
            var left = (await app.Members(towns.OfA)).Members;
            Assert.NotEmpty(left);
            if (left.Count == 2) Assert.Null(await app.ChangeRoles(one, two));
            one = (await app.Members(towns.OfA)).Members[0].User == one.User ? one : two;
        }
    }

    [Theory, EveryDatabase]
    public async Task Only_those_who_may_decide_about_people_of_their_own_body(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var member = await app.Join(towns.A, "member", Role.Reader);
        Assert.Equal("people.not-found", await app.ChangeRoles(towns.OfB, member, Role.BodyAdministrator));
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.BodyAdministrator))
            await Assert.ThrowsAsync<NotPermittedException>(() => app.Invite(TwoTowns.Person(towns.A, role), Role.Reader));
        var respondent = await app.UseAs<InviteMember, Result<LinkSecret>>(towns.OfA, (u, ct) => u.Run([Role.Respondent], null, ct));
        Assert.Equal("people.no-roles", respondent.Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_telephone_number_is_there_only_when_it_was_given(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.Join(towns.A, "quiet", Role.Reader);
        Assert.Null(Assert.Single((await app.Members(towns.OfA)).Members).Phone);
    }
}
