using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Providers;

/// <summary>Keeps what a provider said: its own statement, or the one a customer was given.</summary>
public sealed class SaveStatement(AppDb db, BodyDirectory bodies, Actor actor)
{
    /// <param name="bodyKey">Whose item it is.</param>
    /// <param name="provider">Key of the provider, or <see cref="Statement.Own"/>.</param>
    /// <param name="rowVersion">The version the form was filled for; 0: there was none.</param>
    /// <param name="content">What was said.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<Statement>> Run(string bodyKey, string provider, int rowVersion, StatementContent content, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        var body = await bodies.Find(bodyKey, ct);
        if (body.Refusal is { } missing) return missing;
        if (!IsProviderOf(body.Value, provider)) return Refusal.Of<ProvidersTexts>("statement.no-provider", provider);
        var present = await db.Set<Statement>().IgnoreQueryFilters(["removed"]).FirstOrDefaultAsync(s => s.BodyId == body.Value.BodyId && s.Key == provider, ct);
        if ((present is { RemovedAt: null } ? present.RowVersion : 0) != rowVersion) return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        if (present is null) db.Add(present = new Statement { BodyId = body.Value.BodyId, Key = provider, Content = content });
        else (present.Content, present.RemovedAt) = (content, null);
        try
        {
            await db.SaveChangesAsync(ct);
            return present;
        }
        catch (DbUpdateException)
        {
            return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
        }
    }

    /// <summary>Keys under which a body can have statements: of itself if it is a provider, else of those it names or is assumed to have.</summary>
    public static IReadOnlyList<string> ProvidersOf(Body body) => body.Content switch
    {
        { Kind: BodyKind.Provider } => [Statement.Own],
        { Providers.Count: > 0 } => body.Content.Providers,
        _ when StarterModel.HasUnknownProvider(body.Content) => [StarterModel.UnknownProviderKey(body.Key)],
        _ => [],
    };

    private static bool IsProviderOf(Body body, string provider) => ProvidersOf(body).Contains(provider);
}
