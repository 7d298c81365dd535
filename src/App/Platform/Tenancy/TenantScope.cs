namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>The bodies whose rows a unit of work can see. The local owner sees all; accounts will narrow it.</summary>
public sealed record TenantScope(bool All, IReadOnlyList<BodyId> Bodies)
{
    public static TenantScope Everything { get; } = new(true, []);

    public static TenantScope Only(params BodyId[] bodies) => new(false, bodies);
}
