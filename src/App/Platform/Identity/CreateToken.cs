using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Makes a key for a program of the acting body, with some of the permissions the person holds; shown once.</summary>
public sealed class CreateToken(AppDb db, PermissionList permissions, Actor actor, IClock clock)
{
    public static readonly Duration Longest = Duration.FromDays(366);

    /// <param name="name">What the program is for.</param>
    /// <param name="scopes">Codes of permissions.</param>
    /// <param name="endsAt">When it stops working.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The token as a program sends it.</returns>
    public async Task<Result<string>> Run(string name, IReadOnlyCollection<string> scopes, Instant endsAt, CancellationToken ct)
    {
        actor.Must(People.Tokens);
        if (FreshSignIn.Must(actor, clock) is { } stale) return stale;
        if (actor.Scope.Acting is not { } body || actor.User is not { } user) return Refusal.Of<PeopleTexts>("people.no-body");
        var now = clock.GetCurrentInstant();
        if (endsAt <= now || endsAt > now + Longest) return Refusal.Of<PeopleTexts>("token.end");
        var held = permissions.HeldBy(actor).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        if (scopes.Count == 0 || !scopes.All(held.Contains)) return Refusal.Of<PeopleTexts>("token.scopes");
        if (await db.Set<ApiToken>().CountAsync(t => t.BodyId == body && t.RevokedAt == null && t.EndsAt > now, ct) >= Limits.TokensPerBody)
            return Refusal.Of<PeopleTexts>("token.too-many", Limits.TokensPerBody);
        var secret = LinkSecret.New(body);
        db.Set<ApiToken>().Add(new ApiToken
        {
            BodyId = body,
            Id = secret.Id,
            Name = name,
            SecretHash = secret.Hash,
            Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
            CreatedBy = user,
            CreatedAt = now,
            EndsAt = endsAt,
        });
        await db.SaveChangesAsync(ct);
        return $"{AuthenticateToken.Prefix}{secret.Write('_')}";
    }
}
