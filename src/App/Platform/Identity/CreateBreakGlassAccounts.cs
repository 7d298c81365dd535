using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>
/// Two accounts in two sealed envelopes, for the day when the identity provider, the network or everybody's device is gone. New ones
/// replace those there were.
/// </summary>
public sealed class CreateBreakGlassAccounts(AppDb db, UserManager<User> users, Actor actor, IClock clock)
{
    public static readonly Permission Permission = new("break-glass.create", Identity.Roles.Administrators) { PeopleOnly = true };

    /// <summary>Event: accounts were made.</summary>
    public const string Made = "break-glass.made";

    private const int Accounts = 2;
    private const int NameBytes = 5;
    private const int PasswordBytes = 20;
    private const int GroupLength = 4;

    /// <summary>What is printed, once.</summary>
    public sealed record Sheet(string UserName, string Password);

    public async Task<IReadOnlyList<Sheet>> Run(BodyId body, CancellationToken ct)
    {
        actor.Must(Permission);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await DisableEarlier(body, ct);
        var sheets = new List<Sheet>();
        for (var i = 0; i < Accounts; i++)
        {
            var sheet = new Sheet(
                $"notfall-{Base32.Encode(RandomNumberGenerator.GetBytes(NameBytes)).ToLowerInvariant()}",
                Base32.Grouped(Base32.Encode(RandomNumberGenerator.GetBytes(PasswordBytes)), GroupLength));
            var user = new User { UserName = sheet.UserName, DisplayName = $"{IdentityTexts.Get("break-glass.name")} {i + 1}", CreatedAt = clock.GetCurrentInstant(), BreakGlass = true };
            var made = await users.CreateAsync(user, sheet.Password);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Code)));
            db.Add(new Member { BodyId = body, UserId = user.Id, Roles = [Role.BodyAdministrator, Role.ContinuityOfficer, Role.CrisisStaff], Since = clock.GetCurrentInstant() });
            sheets.Add(sheet);
        }

        // From here on the body knows, whoever asked for it: its trail, and a notice that its administrators see.
        db.Record(body, Made, body.ToString(), new { sheets.Count });
        db.RemoveRange(await db.Set<Notice>().Where(n => n.BodyId == body && n.Kind == Notice.BreakGlassMade).OrderBy(n => n.Date).Take(Limits.PurgedRows).ToListAsync(ct));
        db.Add(Notice.New(body, Notice.BreakGlassMade, body.ToString(), clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return sheets;
    }

    private async Task DisableEarlier(BodyId body, CancellationToken ct)
    {
        var earlier = await db.Set<Member>().Where(m => m.BodyId == body)
            .Join(db.Set<User>().Where(u => u.BreakGlass && u.DisabledAt == null), m => m.UserId, u => u.Id, (member, user) => new { member, user }).ToListAsync(ct);
        foreach (var old in earlier)
        {
            old.user.DisabledAt = clock.GetCurrentInstant();
            db.Remove(old.member);
        }
    }
}
