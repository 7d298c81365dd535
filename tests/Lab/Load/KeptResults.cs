using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Lab.Load;

/// <summary>
/// Keeps for the bodies that are looked at what their pages show: the simulation by the real use case, ranking and list to check, which take many
/// seconds for each body, as they were computed once for the template.
/// </summary>
internal sealed class KeptResults(LabApp app)
{
    private Ranking? ranking;
    private CheckList? list;

    public async Task Compute(Actor actor, Selection selection, CancellationToken ct)
    {
        ranking = await app.UseAs<RankMeasures, Ranking>(actor, async (rank, token) => TemplateTown.Done(await rank.Run(selection, null, token)), ct);
        list = await app.UseAs<CheckFirst, CheckList>(actor, async (check, token) => TemplateTown.Done(await check.Run(selection, null, token)), ct);
    }

    public Task<bool> Keep(Actor actor, Selection selection, CancellationToken ct) => app.UseAs<IServiceProvider, bool>(actor, async (services, token) =>
    {
        var results = services.GetRequiredService<StoredResults>();
        var prepared = TemplateTown.Done(await services.GetRequiredService<PrepareOutage>().Run(selection, token));
        TemplateTown.Done(await services.GetRequiredService<SimulateOutage>().Run(selection, null, token));
        IReadOnlyList<KeyValuePair<string, MeasureContent>> tried = [.. await services.GetRequiredService<MeasureList>().Of(prepared.Owner, token)];
        await results.Keep(prepared, selection, StoredResults.InputsOf(prepared, selection, tried), ranking!, token);
        var probes = services.GetRequiredService<ReferenceData>().Read<Probe>("check-first").Entries;
        await results.Keep(prepared, selection, StoredResults.InputsOf(prepared, selection, probes), list!, token);
        return true;
    }, ct);
}
