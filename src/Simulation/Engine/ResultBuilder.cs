using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Makes the statistics of all runs of a body. One for each thread.</summary>
internal sealed class ResultBuilder(CompiledModel model)
{
    public Quantiles Quantiles { get; } = new();

    public BodyResult Body(int body, BodyRuns runs)
    {
        var compiled = model.Bodies[body];
        var total = new TotalSums(runs.Runs, compiled.TotalWeight);
        total.Add(runs, compiled.TotalWeight);
        return new()
        {
            Key = compiled.Input.Key,
            Services = [.. Enumerable.Range(compiled.FirstService, compiled.Input.Services.Count).Select(service => Service(service, runs))],
            Resources = [.. compiled.Resources.Select((resource, i) => new ResourceResult(model.Resources[resource].Ref.Key, Quantiles.Band(runs.Up[i]), (double)runs.Hit[i].Count(hit => hit) / runs.Runs))],
            Total = total.Build(Quantiles),
        };
    }

    private ServiceResult Service(int service, BodyRuns body)
    {
        var (compiled, runs) = (model.Services[service], body.Service(service));
        return new()
        {
            Key = compiled.Input.Key,
            ChanceAffected = (double)runs.Own.Count(own => own > 0) / body.Runs,
            First = Quantiles.Band(runs.First),
            Emergency = Quantiles.Band(runs.Emergency),
            Own = Quantiles.Band(runs.Own),
            Cleared = Quantiles.Band(runs.Cleared),
            MtpdExceeded = Chance(runs.MtpdExceeded),
            Deadlines = [.. compiled.Input.Deadlines.Select((deadline, i) => Deadline(deadline, body.Missed(compiled.FirstDeadline + i)))],
            DaysLost = Quantiles.Estimate(runs.DaysLost),
            UndoneCaseDays = Quantiles.Estimate(runs.UndoneCaseDays),
            ExpiredCases = Quantiles.Estimate(runs.ExpiredCases),
            RpoExceeded = Chance(runs.RpoExceeded),
            States = body.States.Shares(service - model.Bodies[compiled.Body].FirstService, body.Runs),
        };
    }

    private static DeadlineResult Deadline(DeadlineInput deadline, ushort[] missed)
        => new(deadline.Key, Quantiles.Chance(missed.Count(dates => dates > 0), missed.Length), missed.Sum(dates => (double)dates) / missed.Length);

    private static Estimate Chance(bool[] happened) => Quantiles.Chance(happened.Count(x => x), happened.Length);
}
