namespace ResilienceMonitor.Platform.Identity;

/// <summary>What the actor should still set up; nothing when everything is there.</summary>
public sealed class ListFirstSteps(IEnumerable<IFirstSteps> features)
{
    public async Task<IReadOnlyList<FirstStep>> Run(CancellationToken ct)
    {
        var open = new List<FirstStep>();
        foreach (var feature in features) open.AddRange(await feature.Open(ct));
        return [.. open.OrderBy(s => s.Order)];
    }
}
