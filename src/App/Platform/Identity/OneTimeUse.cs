using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Accepts a code or the answer to a challenge once. The key of the table decides, so it holds with several nodes too.</summary>
public sealed class OneTimeUse(UnitsOfWork units, IClock clock)
{
    private const string Provider = "used";

    /// <summary>Longer than any code or challenge is good for.</summary>
    private static readonly Duration Kept = Duration.FromHours(1);

    /// <returns>False: it was used before.</returns>
    public Task<bool> TryUse(Guid user, string what, CancellationToken ct) => units.RunAs<AppDb, bool>(Actor.Nobody, async db =>
    {
        var now = clock.GetCurrentInstant();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
        var used = await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == user && t.LoginProvider == Provider).ToListAsync(ct);
        if (used.Any(t => t.Name == name)) return false;
        db.RemoveRange(used.Where(t => InstantPattern.General.Parse(t.Value ?? "") is { Success: true } at && now - at.Value > Kept));
        db.Add(new IdentityUserToken<Guid> { UserId = user, LoginProvider = Provider, Name = name, Value = InstantPattern.General.Format(now) });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    });
}
