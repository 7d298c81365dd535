using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Lab.Load;

/// <summary>The keys and ids of a filled installation that its pages are asked for.</summary>
/// <param name="Services">Keys of the services of every town.</param>
/// <param name="Resources">Keys of the resources of every town.</param>
/// <param name="Consents">Ids of what the first towns let the office see.</param>
/// <param name="People">Who has an account to look around with.</param>
public sealed record Installation(
    IReadOnlyList<string> Services, IReadOnlyList<string> Resources, IReadOnlyList<Guid> Consents, IReadOnlyList<Person> People);

/// <summary>Somebody who looks around.</summary>
/// <param name="Place">What kind of body they belong to.</param>
/// <param name="UserName">What they sign in with.</param>
/// <param name="User">Their account.</param>
/// <param name="Body">Their body.</param>
/// <param name="Keys">The bodies they look at.</param>
public sealed record Person(Place Place, string UserName, Guid User, BodyId Body, IReadOnlyList<string> Keys);

public enum Place
{
    /// <summary>One of the many bodies, with a model of its own.</summary>
    Town,

    /// <summary>The office that all towns let see something.</summary>
    Office,

    /// <summary>An office that has entered many bodies and looks after them.</summary>
    Steward,
}
