using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Who acts. Until accounts exist there is one: the local owner, who may do everything on this installation.</summary>
public sealed record Actor(ActorId Id, TenantScope Scope, Func<Permission, bool> May)
{
    /// <summary>The person at this computer.</summary>
    public static Actor LocalOwner { get; } = new(new ActorId("local"), TenantScope.Everything, _ => true);

    /// <summary>First line of every use case.</summary>
    /// <exception cref="NotPermittedException">The actor lacks the permission.</exception>
    public void Must(Permission permission)
    {
        if (!May(permission)) throw new NotPermittedException(permission);
    }
}

/// <summary>Stands in events instead of a name.</summary>
public readonly record struct ActorId(string Value);

/// <summary>Something an actor may do; features declare theirs.</summary>
public readonly record struct Permission(string Code);

public sealed class NotPermittedException(Permission permission) : Exception($"Not permitted: {permission.Code}")
{
    public Permission Permission { get; } = permission;
}
