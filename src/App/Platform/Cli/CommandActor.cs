using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Cli;

/// <summary>
/// Who a command acts as: the owner of a token, or the person at this computer. The latter only where the file is theirs anyway: without accounts,
/// or with a file of one body alone.
/// </summary>
internal static class CommandActor
{
    /// <exception cref="StartProblem">A token is needed, or the one given does not hold.</exception>
    public static async Task<Actor> Of(IServiceProvider provider, string? token, CancellationToken ct)
    {
        token ??= Environment.GetEnvironmentVariable("RESMON_TOKEN");
        if (token is { Length: > 0 })
        {
            await using var unit = Unit(provider, Actor.Nobody);
            return await unit.ServiceProvider.GetRequiredService<AuthenticateToken>().Run(token, ct) ?? throw new StartProblem(Refusal.Of<PlatformTexts>("start.token-wrong"));
        }

        return await IsOwners(provider, ct) ? Actor.LocalOwner : throw new StartProblem(Refusal.Of<PlatformTexts>("start.token-needed"));
    }

    private static async Task<bool> IsOwners(IServiceProvider provider, CancellationToken ct)
    {
        await using (var unit = Unit(provider, Actor.Nobody))
            if (!await unit.ServiceProvider.GetRequiredService<AppDb>().Set<User>().AnyAsync(ct)) return true;
        if (provider.GetRequiredService<DatabaseChoice>() is not DatabaseChoice.Sqlite) return false;
        await using var list = Unit(provider, Actor.System);
        return await list.ServiceProvider.GetRequiredService<AppDb>().Set<Tenant>().CountAsync(t => t.ClaimedAt != null, ct) <= 1;
    }

    private static AsyncServiceScope Unit(IServiceProvider provider, Actor actor)
    {
        var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return scope;
    }
}
