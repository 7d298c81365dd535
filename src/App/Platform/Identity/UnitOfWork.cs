namespace ResilienceMonitor.Platform.Identity;

/// <summary>Work in a scope of its own, as somebody. What has to be known before it is known who acts is looked up this way.</summary>
public sealed class UnitOfWork(IServiceScopeFactory scopes)
{
    public async Task<TResult> As<TService, TResult>(Actor actor, Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(actor);
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
