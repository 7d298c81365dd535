namespace ResilienceMonitor.Platform.Identity;

/// <summary>Sets of roles that permissions are granted to.</summary>
public static class Roles
{
    /// <summary>Everybody with an account in the body.</summary>
    public static IReadOnlyList<Role> People { get; } = [.. Enum.GetValues<Role>().Where(r => r != Role.Respondent)];

    /// <summary>Those who change the model.</summary>
    public static IReadOnlyList<Role> Editors { get; } = [Role.Editor, Role.ContinuityOfficer, Role.It, Role.CoordinationOffice];

    /// <summary>Those who decide about the body itself.</summary>
    public static IReadOnlyList<Role> Officers { get; } = [Role.ContinuityOfficer, Role.CoordinationOffice, Role.BodyAdministrator];

    /// <summary>Those who decide who may do what.</summary>
    public static IReadOnlyList<Role> Administrators { get; } = [Role.BodyAdministrator];

    /// <summary>Those who take content out of the house.</summary>
    public static IReadOnlyList<Role> Exporters { get; } = [Role.ContinuityOfficer, Role.BodyAdministrator, Role.Auditor, Role.CoordinationOffice];
}
