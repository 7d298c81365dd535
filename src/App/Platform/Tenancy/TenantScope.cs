namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>The bodies whose rows a unit of work can see and change. Both walls are built from it.</summary>
/// <param name="All">The local owner of an installation without accounts.</param>
/// <param name="Bodies">The acting body first, then the bodies it looks after because nobody of theirs has an account yet.</param>
public sealed record TenantScope(bool All, IReadOnlyList<BodyId> Bodies)
{
    public static TenantScope Everything { get; } = new(true, []);

    public static TenantScope None { get; } = new(false, []);

    /// <summary>The body somebody acts for.</summary>
    public BodyId? Acting => Bodies is [var acting, ..] ? acting : null;

    /// <summary>The account whose own rows in other bodies (which bodies it belongs to, what was shown to it as an adviser) can be read too.</summary>
    public Guid? User { get; init; }

    /// <summary>True when the list of tenants can be read, though nothing of them.</summary>
    public bool ListsTenants { get; init; }

    public static TenantScope Only(params BodyId[] bodies) => new(false, bodies);
}
