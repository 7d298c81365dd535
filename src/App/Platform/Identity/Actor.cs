using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Who acts in a unit of work, for which body, and what they may do there.</summary>
/// <param name="Id">Stands in events instead of a name.</param>
/// <param name="Scope">The bodies whose rows can be seen and changed.</param>
/// <param name="May">Whether a permission is held.</param>
public sealed record Actor(ActorId Id, TenantScope Scope, Func<Permission, bool> May)
{
    /// <summary>The person at this computer, as long as the installation has no accounts: everything here is theirs.</summary>
    public static Actor LocalOwner { get; } = new(new ActorId("local"), TenantScope.Everything, _ => true);

    /// <summary>Nobody has signed in.</summary>
    public static Actor Nobody { get; } = new(new ActorId("nobody"), TenantScope.None, _ => false);

    /// <summary>The program itself in the house work of one body.</summary>
    public static Actor House(BodyId body) => new(new ActorId("system"), TenantScope.Only(body), _ => true);

    /// <summary>The program itself: it can list which bodies there are, but sees nothing of them.</summary>
    public static Actor System { get; } = new(new ActorId("system"), TenantScope.None with { ListsTenants = true }, _ => false);

    /// <summary>Whoever runs the installation, in one piece of work that touches nothing of any body.</summary>
    public static Actor Operator(Permission only) => new(new ActorId("operator"), TenantScope.None, permission => permission == only);

    /// <summary>Somebody with an account who acts for a body in the given roles.</summary>
    public static Actor Member(Guid user, TenantScope scope, IReadOnlyCollection<Role> roles) =>
        new(ActorId.Of(user), scope with { User = user }, permission => permission.IsGrantedTo(roles)) { User = user, Roles = roles };

    /// <summary>The account, when somebody has signed in.</summary>
    public Guid? User { get; init; }

    public IReadOnlyCollection<Role> Roles { get; init; } = [];

    /// <summary>How the person is called, for themselves to read; null: no account.</summary>
    public string? Name { get; init; }

    /// <summary>When the person last proved who they are; null: no account, or an API token.</summary>
    public NodaTime.Instant? SignedInAt { get; init; }

    /// <summary>True for the person at this computer in an installation without accounts.</summary>
    public bool IsLocalOwner => Scope.All;

    /// <summary>First line of every use case.</summary>
    /// <exception cref="NotPermittedException">The actor lacks the permission.</exception>
    public void Must(Permission permission)
    {
        if (!May(permission)) throw new NotPermittedException(permission);
    }
}

/// <summary>Stands in events instead of a name.</summary>
public readonly record struct ActorId(string Value)
{
    public static ActorId Of(Guid user) => new($"user:{user:N}");
}

public sealed class NotPermittedException(Permission permission) : Exception($"Not permitted: {permission.Code}")
{
    public Permission Permission { get; } = permission;
}
