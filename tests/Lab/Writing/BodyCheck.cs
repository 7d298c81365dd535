using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;

namespace ResilienceMonitor.Lab.Writing;

/// <summary>Reads back through the application's own model: every acknowledged change exactly once, in its row and in the history.</summary>
public static class BodyCheck
{
    /// <param name="acknowledged">The highest acknowledged number by subject.</param>
    /// <returns>Null when everything is there, else the first thing that is wrong.</returns>
    public static async Task<string?> Run(LabApp app, IReadOnlyDictionary<string, int> acknowledged, CancellationToken ct)
    {
        var rows = await app.Use<AppDb, Dictionary<string, Body>>(async (db, token) =>
            await db.Bodies.AsNoTracking().Where(b => b.Key.StartsWith(BodyWriter.Prefix)).ToDictionaryAsync(b => b.Key, StringComparer.Ordinal, token), ct);
        var events = (await app.Use<AppDb, List<Event>>(async (db, token) =>
            await db.Events.AsNoTracking().Where(e => e.Subject.StartsWith(BodyWriter.Prefix)).ToListAsync(token), ct)).ToLookup(e => e.Subject, StringComparer.Ordinal);
        foreach (var (subject, number) in acknowledged)
            if (!rows.TryGetValue(subject, out var row) || row.RowVersion < number)
                return $"{subject}: {number} was acknowledged, found is {(row is null ? "nothing" : row.RowVersion)}";
        foreach (var (key, row) in rows)
        {
            if (row.Content.Population != row.RowVersion) return $"{key}: version {row.RowVersion} holds the content of {row.Content.Population}";
            var numbers = events[key].Select(e => CanonicalJson.Read<BodyContent>(e.After!).Population ?? 0).Order().ToList();
            if (!numbers.SequenceEqual(Enumerable.Range(1, row.RowVersion))) return $"{key}: version {row.RowVersion} has the events {string.Join(' ', numbers)}";
        }

        return events.FirstOrDefault(e => !rows.ContainsKey(e.Key)) is { } orphan ? $"{orphan.Key}: an event without its body" : null;
    }
}
