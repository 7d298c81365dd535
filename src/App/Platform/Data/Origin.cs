using NodaTime;

namespace ResilienceMonitor.Platform.Data;

/// <summary>Where a value comes from. A person's value wins; the others propose.</summary>
/// <param name="Kind">Kind of source.</param>
/// <param name="Date">Day on which it was stated or taken over.</param>
/// <param name="Source">What a reader can look up: catalogue and version, file name, exercise. Never a person's name.</param>
public sealed record Origin(OriginKind Kind, LocalDate Date, string? Source = null);

public enum OriginKind
{
    Starter,
    Import,
    Survey,
    Person,
    Exercise,
    Incident,
}
