using Microsoft.AspNetCore.Identity;
using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Makes an account for somebody who was invited and has none yet, and lets it into the body of the link. The link is the permission.</summary>
public sealed class JoinWithNewAccount(AcceptInvitation accept, UnitsOfWork units, IClock clock)
{
    /// <param name="link">What stands behind <c>/join/</c>.</param>
    /// <param name="name">How colleagues read it.</param>
    /// <param name="userName">What the person signs in with.</param>
    /// <param name="password">The password as typed.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<User>> Run(string? link, string name, string userName, string password, CancellationToken ct)
    {
        if (!await accept.Holds(link, ct)) return Refusal.Of<PeopleTexts>("link.not-found");
        if (PasswordRules.Check(password, userName, name) is { } weak) return weak;
        var user = new User { UserName = userName.Trim(), DisplayName = name.Trim(), CreatedAt = clock.GetCurrentInstant() };
        if (!await Accounts(async m => (await m.CreateAsync(user, PasswordRules.Normalised(password))).Succeeded)) return Refusal.Of<PeopleTexts>("join.user-name-taken");
        if ((await accept.Run(link, user.Id, ct)).Refusal is not { } refusal) return user;

        // Somebody else was faster with the link; an account without any body is of no use.
        await Accounts(async m => (await m.DeleteAsync((await m.FindByIdAsync(user.Id.ToString()))!)).Succeeded);
        return refusal;
    }

    private Task<bool> Accounts(Func<UserManager<User>, Task<bool>> work) => units.RunAs<UserManager<User>, bool>(Actor.Nobody, work);
}
