namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>What a group of an identity provider means here: these roles in this body.</summary>
/// <param name="Group">As it stands in the token, letter by letter.</param>
/// <param name="Body">Key of the body.</param>
/// <param name="Roles">What its people may do there.</param>
public sealed record GroupRule(string Group, string Body, IReadOnlyList<Role> Roles);
