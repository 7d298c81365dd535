using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// From an installation without accounts to one with them: the first account, the body it administers, and the bodies from the time
/// before, which that body looks after from now on. All of it or nothing; whoever holds the printed link may do it, once.
/// </summary>
public sealed class CreateFirstAdministrator(FirstAdministratorLink link, UnitsOfWork units, IClock clock)
{
    /// <param name="Name">How colleagues read it.</param>
    /// <param name="UserName">What the person signs in with.</param>
    public sealed record Person(string Name, string UserName, string Password);

    /// <param name="secret">From the link.</param>
    /// <param name="person">The first administrator.</param>
    /// <param name="bodyKey">A body that is already there; null: a new one.</param>
    /// <param name="bodyName">Name of the new body.</param>
    public async Task<Result<User>> Run(string secret, Person person, string? bodyKey, string bodyName, CancellationToken ct)
    {
        if (PasswordRules.Check(person.Password, person.UserName, person.Name) is { } weak) return weak;
        if (await link.HasAccounts(ct) || !link.TryUse(secret)) return Refusal.Of<BodiesTexts>("welcome.link-over");
        var user = new User { UserName = person.UserName.Trim(), DisplayName = person.Name.Trim(), CreatedAt = clock.GetCurrentInstant() };

        // As long as there is no account, everything here belongs to the person who started it.
        var made = await units.RunAs<IServiceProvider, Result<User>>(Actor.LocalOwner with { Id = ActorId.Of(user.Id) }, services => Make(services, user, person.Password, bodyKey, bodyName, ct));
        if (made.Refusal is not null) link.GiveBack(secret);
        return made;
    }

    /// <summary>Bodies from a time without accounts, to choose from.</summary>
    public Task<IReadOnlyList<Body>> Known(CancellationToken ct) => units.RunAs<BodyDirectory, IReadOnlyList<Body>>(Actor.LocalOwner, d => d.All(ct));

    private async Task<Result<User>> Make(IServiceProvider services, User user, string password, string? bodyKey, string bodyName, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var body = bodyKey is null ? NewBody(db, bodyName) : (await db.Bodies.FirstOrDefaultAsync(b => b.Key == bodyKey, ct))?.BodyId;
        if (body is not { } first) return Refusal.Of<BodiesTexts>("body.not-found", bodyKey ?? "");
        db.Add(new Member { BodyId = first, UserId = user.Id, Roles = [Role.BodyAdministrator, Role.ContinuityOfficer], Since = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(ct);
        foreach (var tenant in await db.Set<Tenant>().OrderBy(t => t.BodyId).Take(Limits.Bodies).ToListAsync(ct))
            if (tenant.BodyId == first) (tenant.StewardId, tenant.ClaimedAt) = (null, clock.GetCurrentInstant());
            else tenant.StewardId = first;
        await db.SaveChangesAsync(ct);

        // Last: from the first account on, nobody owns everything any more.
        var created = await services.GetRequiredService<UserManager<User>>().CreateAsync(user, PasswordRules.Normalised(password));
        if (!created.Succeeded) return Refusal.Of<BodiesTexts>("welcome.user-name");
        await transaction.CommitAsync(ct);
        return user;
    }

    private BodyId? NewBody(AppDb db, string name)
    {
        var body = new Body
        {
            BodyId = db.NewTenant(),
            Key = $"body:{Guid.CreateVersion7():N}",
            Content = new BodyContent { Kind = BodyKind.Municipality, Name = name.Trim(), Origin = new Origin(OriginKind.Person, clock.GetCurrentInstant().InUtc().Date) },
        };
        db.Bodies.Add(body);
        return body.BodyId;
    }
}
