using Microsoft.AspNetCore.Identity;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Lab.Load;

/// <summary>Accounts that people of the trial sign in with; all have the same password.</summary>
internal sealed class Accounts(LabApp app)
{
    public const string Password = "langer Satz fuer die Last";

    public async Task<Guid> Join(string name, BodyId body, CancellationToken ct, params IReadOnlyList<Role> roles)
    {
        var user = new User { UserName = name, DisplayName = $"Frau {name}", CreatedAt = SystemClock.Instance.GetCurrentInstant() };
        var created = await app.UseAs<UserManager<User>, IdentityResult>(Actor.Nobody, (users, _) => users.CreateAsync(user, Password), ct);
        if (!created.Succeeded) throw new InvalidOperationException(created.ToString());
        await app.UseAs<AppDb, int>(Actor.House(body), (db, token) =>
        {
            db.Add(new Member { BodyId = body, UserId = user.Id, Roles = roles, Since = user.CreatedAt });
            return db.SaveChangesAsync(token);
        }, ct);
        return user.Id;
    }
}
