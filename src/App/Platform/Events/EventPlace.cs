using System.Globalization;
using NodaTime;

namespace ResilienceMonitor.Platform.Events;

/// <summary>
/// A place in a list of events, newest first: after so many events of one moment. New events come before it, so that reading on neither skips nor
/// repeats anything.
/// </summary>
/// <param name="At">The moment of the event before it.</param>
/// <param name="Passed">How many events of that moment come before it.</param>
public sealed record EventPlace(Instant At, int Passed)
{
    /// <summary>Null: it is no place.</summary>
    public static EventPlace? Parse(string text) =>
        text.Split('-') is [var at, var passed] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros < 1L << 52
        && int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Limits.ItemsPerKind
            ? new EventPlace(Instant.FromUnixTimeTicks(micros * 10), number)
            : null;

    /// <summary>The place after the last of these events, which were read from this place on.</summary>
    public static EventPlace After(EventPlace? from, IReadOnlyList<Event> read)
    {
        var last = read[^1].At;
        return new EventPlace(last, read.Count(e => e.At == last) + (from?.At == last ? from.Passed : 0));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeTicks() / 10}-{Passed}");

    internal static IQueryable<Event> From(IQueryable<Event> events, EventPlace? place)
    {
        var ordered = events.OrderByDescending(e => e.At).ThenByDescending(e => e.Position).ThenByDescending(e => e.Id);
        if (place is null) return ordered;
        var (at, passed) = (place.At, place.Passed);
        return ordered.Where(e => e.At <= at).Skip(passed);
    }
}
