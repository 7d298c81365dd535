using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>What all services of one way of working need beside their own applications: workplace, sign-in, file share, people, open building.</summary>
/// <param name="Name">How the catalogue calls it.</param>
/// <param name="Needs">Groups of which one member is enough.</param>
/// <param name="HostedNeeds">What is needed in addition if a provider runs the data centre.</param>
public sealed record BundleEntry(LocalText Name, IReadOnlyList<IReadOnlyList<string>> Needs, IReadOnlyList<IReadOnlyList<string>> HostedNeeds)
{
    internal IReadOnlyList<IReadOnlyList<string>> For(StarterFacts facts) => facts.Provider is null ? Needs : [.. Needs, .. HostedNeeds];
}
