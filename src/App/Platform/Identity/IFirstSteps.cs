namespace ResilienceMonitor.Platform.Identity;

/// <summary>A feature's part in what somebody should still set up before everything else.</summary>
public interface IFirstSteps
{
    /// <summary>Those still open for the actor, who may do each of them.</summary>
    Task<IReadOnlyList<FirstStep>> Open(CancellationToken ct);
}

/// <summary>Something to set up.</summary>
/// <param name="Order">10 the account, 20 the body, 30 the day nobody gets in.</param>
/// <param name="Title">What to do.</param>
/// <param name="Text">Why.</param>
/// <param name="Href">Where.</param>
public sealed record FirstStep(int Order, string Title, string Text, string Href);
