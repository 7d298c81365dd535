using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Events;

/// <summary>Names of who did something, as pages show them: that of the account where there is one, else what kind of actor.</summary>
public sealed class ActorNames(AppDb db)
{
    private const string Person = "user:";

    public async Task<IReadOnlyDictionary<ActorId, string>> Of(IEnumerable<ActorId> actors, CancellationToken ct)
    {
        var asked = actors.Distinct().ToList();
        var accounts = await Accounts(asked.Select(a => a.Value), ct);
        return asked.ToDictionary(a => a, a => accounts.GetValueOrDefault(a.Value) ?? TrailTexts.Get($"actor.{ExportTrail.KindOf(a)}"));
    }

    /// <summary>By what stands for the accounts in events; nothing for whatever is none.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> Accounts(IEnumerable<string> values, CancellationToken ct)
    {
        var ids = values.Where(v => v.StartsWith(Person, StringComparison.Ordinal)).Select(v => Guid.TryParseExact(v[Person.Length..], "N", out var id) ? id : Guid.Empty).Distinct().ToList();
        if (ids.Count == 0) return new Dictionary<string, string>();
        return (await db.Set<User>().AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct))
            .ToDictionary(u => ActorId.Of(u.Id).Value, u => u.DisplayName, StringComparer.Ordinal);
    }
}
