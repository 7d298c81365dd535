using System.Security.Cryptography;
using System.Text;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Forecasts;

/// <summary>Orders simulations and rankings as jobs; their results are stored, so that the page finds them when it comes back.</summary>
public sealed class ForecastWork(JobQueue jobs, BodyDirectory bodies, Actor actor)
{
    public Task<Result<Job>> Simulate(Selection selection, CancellationToken ct) => Start(ForecastJob.Simulate, new ForecastOrder(selection), ct);

    public Task<Result<Job>> Rank(Selection selection, CancellationToken ct) => Start(ForecastJob.Rank, new ForecastOrder(selection), ct);

    public Task<Result<Job>> BestSet(Selection selection, double budget, CancellationToken ct) => Start(ForecastJob.BestSet, new ForecastOrder(selection, budget), ct);

    public Task<Result<Job>> CheckFirst(Selection selection, CancellationToken ct) => Start(ForecastJob.Check, new ForecastOrder(selection), ct);

    public Task<Result<Job>> Remaining(Selection selection, OutageSoFar soFar, CancellationToken ct) =>
        Start(ForecastJob.Remaining, new ForecastOrder(selection, SoFar: soFar), ct);

    public Task<Job?> Find(string key, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        return jobs.Find(key, ct);
    }

    public Task Cancel(string key, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        return jobs.Cancel(key, ct);
    }

    private async Task<Result<Job>> Start(string kind, ForecastOrder order, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var owner = await Owner(order.Selection, ct);
        return owner.Refusal is { } refusal ? refusal : await jobs.Start(owner.Value, kind, Key(kind, order), order, ct);
    }

    private async Task<Result<BodyId>> Owner(Selection selection, CancellationToken ct)
    {
        if (selection.Region is { } key)
        {
            var region = await bodies.FindRegion(key, ct);
            return region.Refusal is { } noRegion ? noRegion : region.Value.BodyId;
        }

        var body = await bodies.Find(selection.Body ?? selection.CustomersOf ?? selection.District ?? "", ct);
        return body.Refusal is { } noBody ? noBody : body.Value.BodyId;
    }

    private static string Key(string kind, ForecastOrder order) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{CanonicalJson.Write(order)}")))[..24];
}

/// <summary>What a job of this feature needs to know.</summary>
/// <param name="Selection">What is simulated.</param>
/// <param name="Budget">Euro, for the best set.</param>
/// <param name="SoFar">What is known of an outage, for the forecast of the rest.</param>
public sealed record ForecastOrder(Selection Selection, double? Budget = null, OutageSoFar? SoFar = null);
