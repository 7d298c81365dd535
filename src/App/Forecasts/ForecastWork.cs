using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Jobs;

namespace ResilienceMonitor.Forecasts;

/// <summary>Starts simulations and rankings as long work; their results are stored, so that the page finds them when it comes back.</summary>
public sealed class ForecastWork(LongWork work)
{
    public Result<WorkItem> Simulate(Selection selection) => work.Start(Key("simulate", selection), "work.simulate", async (services, progress, ct) =>
        (await services.GetRequiredService<SimulateOutage>().Run(selection, progress, ct)).Refusal);

    public Result<WorkItem> Rank(Selection selection) => work.Start(Key("rank", selection), "work.rank", async (services, progress, ct) =>
        (await services.GetRequiredService<RankMeasures>().Run(selection, progress, ct)).Refusal);

    public Result<WorkItem> BestSet(Selection selection, double budget) => work.Start(Key($"best-{budget:0}", selection), "work.best-set", async (services, progress, ct) =>
        (await services.GetRequiredService<FindBestSet>().Run(selection, budget, progress, ct)).Refusal);

    public Result<WorkItem> CheckFirst(Selection selection) => work.Start(Key("check", selection), "work.check", async (services, progress, ct) =>
        (await services.GetRequiredService<CheckFirst>().Run(selection, progress, ct)).Refusal);

    public WorkItem? Find(string key) => work.Find(key);

    public void Cancel(string key) => work.Cancel(key);

    private static string Key(string kind, Selection selection) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{kind}|{Platform.Data.CanonicalJson.Write(selection)}")))[..24];
}
