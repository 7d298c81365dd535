using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.Overview;

/// <summary>
/// Loads the invented demonstration district into a new, empty installation, once: who removed it does not get it again.
/// Then the comparison of measures for its start page begins, so that it is there when somebody looks.
/// </summary>
public sealed class LoadDemonstration(AppDb db, ReferenceData reference, ChosenBody chosen, ForecastWork work, Actor actor)
{
    public async Task Run(CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        var installation = await db.Installations.OrderBy(i => i.Id).FirstAsync(ct);
        if (!installation.DemonstrationLoaded && !await db.Bodies.IgnoreQueryFilters(["removed"]).AnyAsync(ct))
        {
            foreach (var (key, content) in DemonstrationCatalogue.From(reference))
                db.Bodies.Add(new Body { BodyId = db.NewTenant(), Key = key, Content = content with { Demonstration = true } });
        }

        installation.DemonstrationLoaded = true;
        await db.SaveChangesAsync(ct);
        if (await chosen.Find(null, ct) is { Content.Demonstration: true } first) await work.Rank(UsualScenario.SelectionOf(first), ct);
    }
}
