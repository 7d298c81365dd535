using System.Runtime.InteropServices;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Makes the statistics of all runs of a body. One for each thread.</summary>
internal sealed class ResultBuilder(CompiledModel model)
{
    public Quantiles Quantiles { get; } = new();

    private bool HasDeadlines => model.Figures.HasFlag(Figures.Deadlines);

    public BodyResult Body(int body, BodyRuns runs)
    {
        var compiled = model.Bodies[body];
        var total = new TotalSums(runs.Runs, compiled.TotalWeight, model.Figures);
        total.Add(runs, compiled.TotalWeight);
        return new()
        {
            Key = compiled.Input.Key,
            Services = [.. Enumerable.Range(compiled.FirstService, compiled.Input.Services.Count).Select(service => Service(service, runs))],
            Resources = [.. compiled.Resources.Take(runs.Up.Length).Select((resource, i) => new ResourceResult(model.Resources[resource].Ref.Key, Band(runs.Up[i]), (double)runs.Hit[i].Count(hit => hit) / runs.Runs))],
            Total = total.Build(Quantiles),
        };
    }

    private ServiceResult Service(int service, BodyRuns body)
    {
        var (compiled, runs) = (model.Services[service], body.Service(service));
        var own = Band(runs.Own);

        // Often they are the same hours in all runs.
        var emergency = Bits(runs.Emergency).SequenceEqual(Bits(runs.Own)) ? own : Band(runs.Emergency);
        var first = Bits(runs.First).SequenceEqual(Bits(runs.Emergency)) ? emergency : Band(runs.First);
        return new()
        {
            Key = compiled.Input.Key,
            ChanceAffected = Affected(runs.Own),
            First = first,
            Emergency = emergency,
            Own = own,
            Cleared = Band(runs.Cleared),
            MtpdExceeded = Chance(runs.MtpdExceeded),
            Deadlines = HasDeadlines ? [.. compiled.Input.Deadlines.Select((deadline, i) => Deadline(deadline, body.Missed(compiled.FirstDeadline + i)))] : [],
            DaysLost = Estimate(runs.DaysLost),
            UndoneCaseDays = Estimate(runs.UndoneCaseDays),
            ExpiredCases = Estimate(runs.ExpiredCases),
            RpoExceeded = Chance(runs.RpoExceeded),
            States = model.Figures.HasFlag(Figures.States) ? body.States.Shares(service - model.Bodies[compiled.Body].FirstService, body.Runs) : new([], [], [], [], []),
        };
    }

    // Zero is all bits zero.
    private static double Affected(float[] own) => own.Length == 0 ? double.NaN : (double)(own.Length - Bits(own).Count(0)) / own.Length;

    private static ReadOnlySpan<int> Bits(float[] values) => MemoryMarshal.Cast<float, int>(values);

    private TimeBand Band(float[] values) => values.Length == 0 ? TimeBand.NotAsked : Quantiles.Band(values, model.Figures.HasFlag(Figures.Intervals));

    private Estimate Estimate(float[] values) => values.Length == 0 ? Results.Estimate.NotAsked : Quantiles.Estimate(values);

    private static DeadlineResult Deadline(DeadlineInput deadline, ushort[] missed)
        => new(deadline.Key, Quantiles.Chance([.. missed.Select(dates => dates > 0)]), missed.Sum(dates => (double)dates) / missed.Length);

    private static Estimate Chance(bool[] happened) => happened.Length == 0 ? Results.Estimate.NotAsked : Quantiles.Chance(happened);
}
