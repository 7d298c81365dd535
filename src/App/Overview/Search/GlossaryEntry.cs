using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Overview.Search;

/// <summary>A term of the field that pages use, explained.</summary>
/// <param name="Name">The term.</param>
/// <param name="Explanation">What it means, in one or two sentences.</param>
public sealed record GlossaryEntry(LocalText Name, LocalText Explanation);
