using System.Collections.Immutable;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>A body as a file describes it.</summary>
/// <param name="Key">Logical key, for example <c>ags:05958004</c>.</param>
/// <param name="Content">What the file says, and defaults for the rest.</param>
/// <param name="RawName">The name exactly as in the file.</param>
/// <param name="Row">Row it stands in; for a provider the first that names it.</param>
/// <param name="Stated">Fields the file makes a statement about, see <see cref="BodyField"/>. Only these change a body that exists already: what a file does not know, it must not erase.</param>
public sealed record PlannedBody(string Key, BodyContent Content, string RawName, int Row, ImmutableSortedSet<string> Stated)
{
    /// <summary>The key the same body has in the other official list; null: none.</summary>
    public string? OtherKey { get; init; }
}
