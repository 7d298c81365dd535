using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services;

/// <summary>Reads the text form of a reference: <c>directory</c> (same body) or <c>provider:sit/population-register</c>.</summary>
public static class ResourceKey
{
    public static EntityRef Parse(string reference, string ownBody) =>
        reference.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            ? new EntityRef(reference[..slash], reference[(slash + 1)..])
            : new EntityRef(ownBody, reference);
}
