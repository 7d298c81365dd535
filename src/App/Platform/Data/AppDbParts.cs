using NodaTime;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Data;

/// <summary>What a database context is made of: what the features bring, who acts, and which walls stand.</summary>
public sealed record AppDbParts(IEnumerable<ItemKind> Kinds, IEnumerable<IMapping> Mappings, Actor Actor, IClock Clock, Walls Walls);

/// <summary>The two walls between bodies. Tests take one away to prove the other; the program never does.</summary>
/// <param name="Filter">The filter on every query.</param>
/// <param name="Database">Row-level security on PostgreSQL, views and triggers inside the connection on SQLite.</param>
public sealed record Walls(bool Filter, bool Database)
{
    public static Walls Both { get; } = new(true, true);
}
