using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Exchange;

namespace ResilienceMonitor.Services;

/// <summary>Imported models must be free of circles and unknown references.</summary>
public sealed class ModelsCanBeSimulated(ModelGuard guard) : IPackageCheck
{
    public async Task<Refusal?> Check(IReadOnlyList<string> bodies, CancellationToken ct)
    {
        foreach (var body in bodies)
            if (await guard.Check(body, m => m, ct) is { } problem) return problem;
        return null;
    }
}
