namespace ResilienceMonitor.Platform.Exchange;

/// <summary>A rule of a feature that imported bodies must keep, checked before anything is kept.</summary>
public interface IPackageCheck
{
    Task<Refusal?> Check(IReadOnlyList<string> bodies, CancellationToken ct);
}
