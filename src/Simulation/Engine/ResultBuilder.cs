using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Makes the statistics of all runs.</summary>
internal sealed class ResultBuilder(CompiledModel model, RunStore store, int threads)
{
    public OutageResult Build(ulong seed)
    {
        var bodies = new BodyResult[model.Bodies.Length];
        Parallel.For(0, bodies.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, body => bodies[body] = Body(body));
        return new()
        {
            EngineVersion = OutageSimulation.EngineVersion,
            Runs = store.Runs,
            Seed = seed,
            Bodies = bodies,
            Total = Total(),
        };
    }

    private TotalResult Total()
    {
        var byCases = model.Bodies.Any(body => body.Cases > 0);
        return new TotalBuilder(store).Build([.. model.Bodies.Select((body, i) => (store.Bodies[i], byCases ? body.Cases : body.Input.Services.Count))]);
    }

    private BodyResult Body(int body)
    {
        var compiled = model.Bodies[body];
        var scratch = new float[store.Runs];
        return new()
        {
            Key = compiled.Input.Key,
            Services = [.. Enumerable.Range(compiled.FirstService, compiled.Input.Services.Count).Select(service => Service(service, scratch))],
            Resources = [.. compiled.Resources.Select(resource => Resource(resource, scratch))],
            Total = new TotalBuilder(store).Build([(store.Bodies[body], 1)]),
        };
    }

    private ServiceResult Service(int service, float[] scratch)
    {
        var (compiled, runs) = (model.Services[service], store.Services[service]);
        return new()
        {
            Key = compiled.Input.Key,
            ChanceAffected = (double)runs.Own.Count(own => own > 0) / store.Runs,
            First = Quantiles.Band(runs.First, scratch),
            Emergency = Quantiles.Band(runs.Emergency, scratch),
            Own = Quantiles.Band(runs.Own, scratch),
            Cleared = Quantiles.Band(runs.Cleared, scratch),
            MtpdExceeded = Chance(runs.MtpdExceeded),
            Deadlines = [.. compiled.Input.Deadlines.Select((deadline, i) => Deadline(deadline, store.DatesMissed[compiled.FirstDeadline + i]))],
            DaysLost = Quantiles.Estimate(runs.DaysLost, scratch),
            UndoneCaseDays = Quantiles.Estimate(runs.UndoneCaseDays, scratch),
            ExpiredCases = Quantiles.Estimate(runs.ExpiredCases, scratch),
            RpoExceeded = Chance(runs.RpoExceeded),
            States = StateCounts.Shares(store.States, service, store.Runs),
        };
    }

    private DeadlineResult Deadline(DeadlineInput deadline, ushort[] missed)
        => new(deadline.Key, Quantiles.Chance(missed.Count(dates => dates > 0), store.Runs), missed.Sum(dates => (double)dates) / store.Runs);

    private ResourceResult Resource(int resource, float[] scratch)
        => new(model.Resources[resource].Ref.Key, Quantiles.Band(store.Up[resource], scratch), (double)store.Hit[resource].Count(hit => hit) / store.Runs);

    private Estimate Chance(bool[] happened) => Quantiles.Chance(happened.Count(x => x), store.Runs);
}
