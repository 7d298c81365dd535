using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Providers;

/// <summary>What is known of the restart of a body's providers: what they say themselves where it may be seen, and what the body was given.</summary>
public sealed class FindStatements(AppDb db, BodyDirectory bodies, ConsentedReading consented, Actor actor)
{
    /// <summary>For each provider of a body, the main one first.</summary>
    public async Task<IReadOnlyList<KnownStatement>> Run(Body body, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var found = new List<KnownStatement>();
        foreach (var provider in SaveStatement.ProvidersOf(body)) found.Add(await Of(body, provider, ct));
        return found;
    }

    /// <summary>The same for one provider.</summary>
    public async Task<KnownStatement> Of(Body body, string provider, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var given = await db.Set<Statement>().AsNoTracking().FirstOrDefaultAsync(s => s.BodyId == body.BodyId && s.Key == provider, ct);
        var described = await bodies.Find(provider, ct) is { Refusal: null } known ? known.Value : null;
        return new KnownStatement(provider, described, given, provider == Statement.Own ? null : await Said(provider, described, ct));
    }

    // Of a provider in the same installation it stands there; of another one it is seen by consent, and the provider's trail says so.
    private async Task<StatementContent?> Said(string provider, Body? described, CancellationToken ct)
    {
        if (described is not null) return (await db.Set<Statement>().AsNoTracking().FirstOrDefaultAsync(s => s.BodyId == described.BodyId && s.Key == Statement.Own, ct))?.Content;
        return await consented.OfBody(provider, Consents.Statement, ct) is { Refusal: null } lent ? CanonicalJson.Read<StatementContent>(lent.Value.Json) : null;
    }
}

/// <summary>What is known of a provider.</summary>
/// <param name="Provider">Its key.</param>
/// <param name="Described">The provider itself, if it stands here.</param>
/// <param name="Given">What the body entered.</param>
/// <param name="Said">What the provider says itself.</param>
public sealed record KnownStatement(string Provider, Body? Described, Statement? Given, StatementContent? Said)
{
    /// <summary>What counts: what the provider says itself, unless the body was told something later.</summary>
    public StatementContent? Latest => Said is null || Given?.Content.StatedOn > Said.StatedOn ? Given?.Content : Said;
}
