using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>Brings in the bodies of a list and the region they form: all of it or nothing. The same file twice changes nothing.</summary>
public sealed class ImportBodies(AppDb db, Actor actor, IClock clock)
{
    public async Task<BodyImport> Run(Stream file, string fileName, string? region, bool dryRun, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        var today = clock.GetCurrentInstant().InUtc().Date;
        var plan = await BodyTable.Read(file, fileName, today, region, ct);
        if (plan.Errors.Count > 0) return new BodyImport(plan, [], RegionChanged: false, Written: false);
        var rows = await db.Bodies.OrderBy(b => b.Key).ToDictionaryAsync(b => b.Key, StringComparer.Ordinal, ct);
        var differences = plan.Difference(rows.ToDictionary(r => r.Key, r => r.Value.Content, StringComparer.Ordinal));
        foreach (var difference in differences) Apply(difference, rows);
        var regionChanged = plan.Region is { } planned && await Apply(planned, differences, rows, ct);
        if (!dryRun) await db.SaveChangesAsync(ct);
        return new BodyImport(plan, differences, regionChanged, Written: !dryRun);
    }

    private void Apply(BodyDifference difference, Dictionary<string, Body> rows)
    {
        if (difference.Kind == DifferenceKind.New) Add(difference.Key, difference.Result, rows);
        else if (difference.Kind == DifferenceKind.Changed) rows[difference.Key].Content = difference.Result;
    }

    private async Task<bool> Apply(PlannedRegion planned, IReadOnlyList<BodyDifference> differences, Dictionary<string, Body> rows, CancellationToken ct)
    {
        // A body known here under its other official key is a member under the key it has.
        var keys = differences.ToDictionary(d => d.Planned.Key, d => d.Key, StringComparer.Ordinal);
        var content = planned.Content with { Members = [.. planned.Content.Members.Select(m => keys.GetValueOrDefault(m, m)).Order(StringComparer.Ordinal)] };
        var existing = await db.Regions.FirstOrDefaultAsync(r => r.Key == planned.Key, ct);
        if (existing is not null && existing.Content.Name == content.Name && existing.Content.Members.SequenceEqual(content.Members)) return false;
        if (existing is not null)
        {
            existing.Content = content;
            return true;
        }

        var office = rows.GetValueOrDefault(planned.Key) ?? Add(planned.Key, OfficeOf(content), rows);
        db.Regions.Add(new Region { BodyId = office.BodyId, Key = planned.Key, Content = content });
        return true;
    }

    private Body Add(string key, BodyContent content, Dictionary<string, Body> rows)
    {
        var body = new Body { BodyId = db.NewTenant(), Key = key, Content = content };
        db.Bodies.Add(body);
        rows[key] = body;
        return body;
    }

    /// <summary>A region belongs to an office that looks after it; until somebody names one, it has the name of the region.</summary>
    private static BodyContent OfficeOf(RegionContent region) => new()
    {
        Kind = BodyKind.CoordinationOffice,
        LegalStatus = LegalStatus.None,
        Name = region.Name,
        Origin = region.Origin,
    };
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Plan">The file as understood, with all errors and warnings.</param>
/// <param name="Differences">Body by body; empty when there are errors.</param>
/// <param name="RegionChanged">The region is new or has other members.</param>
/// <param name="Written">False: a dry run, or there were errors.</param>
public sealed record BodyImport(BodyImportPlan Plan, IReadOnlyList<BodyDifference> Differences, bool RegionChanged, bool Written)
{
    public int Count(DifferenceKind kind) => Differences.Count(d => d.Kind == kind);

    public bool ChangesSomething => RegionChanged || Differences.Any(d => d.Kind != DifferenceKind.Unchanged);
}
