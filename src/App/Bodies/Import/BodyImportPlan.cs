using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>What an import would do. Pure data: the same file on the same day gives the same plan.</summary>
public sealed record BodyImportPlan
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, when the plan was made from one.</summary>
    public string? ContentHash { get; init; }

    /// <summary>In the order of the file; rows with errors are not among them.</summary>
    public IReadOnlyList<PlannedBody> Bodies { get; init; } = [];

    /// <summary>Providers that the bodies name.</summary>
    public IReadOnlyList<PlannedBody> Providers { get; init; } = [];

    public PlannedRegion? Region { get; init; }

    /// <summary>All or nothing: with one of these nothing is imported.</summary>
    public IReadOnlyList<FileProblem> Errors { get; init; } = [];

    /// <summary>What was assumed, repaired or left out.</summary>
    public IReadOnlyList<FileProblem> Warnings { get; init; } = [];

    /// <summary>
    /// What would change, providers first. Bodies of which the file says nothing are not looked at; a list is rarely complete, so
    /// absence is no reason to remove anything.
    /// </summary>
    public IReadOnlyList<BodyDifference> Difference(IReadOnlyDictionary<string, BodyContent> existing) =>
        [.. Providers.Concat(Bodies).Select(planned => BodyDifference.Of(planned, existing))];
}
