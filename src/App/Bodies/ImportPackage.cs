using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// Brings in the bodies of a package, each replacing what stands under its key: all of them or none. The same file twice changes nothing.
/// </summary>
public sealed class ImportPackage(AppDb db, PackageReader reader, IEnumerable<ItemKind> kinds, IEnumerable<IPackageCheck> checks, Actor actor, IClock clock)
{
    public async Task<Result<ImportedPackage>> Run(Stream stream, bool dryRun, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        var read = await reader.Read(stream, ct);
        if (read.Refusal is { } refusal) return refusal;
        if (read.Value.Errors.Count > 0) return Refusal.Of<PlatformTexts>("package.errors", string.Join("\n", read.Value.Errors));
        if (read.Value.Bodies.FirstOrDefault(b => !b.Items.OfType<Body>().Any(i => i.Key == b.Key)) is { Key: { } bare }) return Refusal.Of<PlatformTexts>("package.errors", $"{bare} / bodies");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var changes = 0;
        foreach (var (key, items) in read.Value.Bodies) changes += await Replace(key, items, ct);
        await db.SaveChangesAsync(ct);
        foreach (var check in checks)
            if (await check.Check([.. read.Value.Bodies.Select(b => b.Key)], ct) is { } problem)
            {
                await transaction.RollbackAsync(ct);
                return problem;
            }

        if (dryRun) await transaction.RollbackAsync(ct);
        else await transaction.CommitAsync(ct);
        var region = read.Value.Bodies.SelectMany(b => b.Items).OfType<Region>().FirstOrDefault()?.Key;
        var keys = read.Value.Bodies.Select(b => b.Key).ToList();
        return new ImportedPackage(keys, region, read.Value.Subject ?? region ?? keys[0], changes);
    }

    private async Task<int> Replace(string key, IReadOnlyList<ModelItem> items, CancellationToken ct)
    {
        var known = await db.Bodies.IgnoreQueryFilters(["removed"]).AsNoTracking().FirstOrDefaultAsync(b => b.Key == key, ct);
        var id = known?.BodyId ?? db.NewTenant();
        var changes = 0;
        foreach (var kind in kinds.OrderBy(k => k.Order))
        {
            var wanted = items.Where(i => i.GetType() == kind.ItemType).ToDictionary(i => i.Key, i => i.Json, StringComparer.Ordinal);
            changes += await kind.Replace(db, id, wanted, clock.GetCurrentInstant(), ct);
        }

        return changes;
    }
}

/// <summary>What came in.</summary>
/// <param name="Bodies">Keys of the bodies.</param>
/// <param name="Region">Key of the first region, if there is one.</param>
/// <param name="Subject">The body or region the package is about.</param>
/// <param name="Changes">Items added, changed or removed; 0: everything was there already.</param>
public sealed record ImportedPackage(IReadOnlyList<string> Bodies, string? Region, string Subject, int Changes);
