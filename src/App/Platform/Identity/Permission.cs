namespace ResilienceMonitor.Platform.Identity;

/// <summary>Something an actor may do. Features declare theirs, with the roles that have it.</summary>
public sealed record Permission
{
    private readonly IReadOnlySet<Role> roles;

    /// <param name="code">Stable name; the scope of an API token is made of these.</param>
    /// <param name="roles">The roles that have it.</param>
    public Permission(string code, params IEnumerable<Role> roles) => (Code, this.roles) = (code, roles.ToHashSet());

    public string Code { get; }

    /// <summary>True for what only people do: decide about people, secrets and what leaves the body. No API token has it.</summary>
    public bool PeopleOnly { get; init; }

    public IReadOnlySet<Role> Roles => roles;

    public bool IsGrantedTo(IEnumerable<Role> held) => held.Any(roles.Contains);

    public bool Equals(Permission? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
