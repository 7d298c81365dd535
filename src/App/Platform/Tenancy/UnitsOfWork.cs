using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// Opens a unit of work of its own for another actor: the only way from one scope into another. Whoever uses it has checked before why that is
/// allowed; <c>UnitsOfWorkTests</c> lists who does.
/// </summary>
public sealed class UnitsOfWork(IServiceScopeFactory scopes)
{
    public async Task<TResult> RunAs<TService, TResult>(Actor actor, Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
