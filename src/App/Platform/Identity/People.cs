namespace ResilienceMonitor.Platform.Identity;

/// <summary>Permissions around the people of a body.</summary>
public static class People
{
    public static readonly Permission View = new("people.view", Role.BodyAdministrator, Role.ContinuityOfficer, Role.Auditor);
    public static readonly Permission Edit = new("people.edit", Role.BodyAdministrator) { PeopleOnly = true };
    public static readonly Permission Tokens = new("tokens.edit", Role.BodyAdministrator, Role.ContinuityOfficer, Role.It) { PeopleOnly = true };

    /// <summary>The roles somebody with an account can have; respondents have none.</summary>
    public static IReadOnlyList<Role> RolesOf(IEnumerable<Role> asked) => [.. asked.Where(r => r != Role.Respondent && Enum.IsDefined(r)).Distinct().Order()];
}
