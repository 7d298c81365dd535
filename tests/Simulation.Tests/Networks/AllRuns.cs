using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>The times of every run, which results only keep as quantiles.</summary>
internal sealed class AllRuns
{
    private readonly CompiledModel _model;
    private readonly RunStore _store;

    private AllRuns(CompiledModel model, RunStore store) => (_model, _store) = (model, store);

    public static AllRuns Of(RegionInput region, OutageInput outage, RunOptions options) => Of(region, outage, options, model => () => new PlainPlayer(model));

    /// <summary>The same played in blocks.</summary>
    public static AllRuns InBlocks(RegionInput region, OutageInput outage, RunOptions options) => Of(region, outage, options, BlockPlayer.For);

    private static AllRuns Of(RegionInput region, OutageInput outage, RunOptions options, Func<CompiledModel, Func<IRunPlayer>> players)
    {
        var model = ModelCompiler.Compile(region, outage, options);
        var store = new RunStore(model, options.Runs);
        RunDriver.Play(options, players(model), played => new RunRecorder(model, store, played).Record, null, TestContext.Current.CancellationToken);
        return new(model, store);
    }

    /// <summary>For every resource the hours of full capacity, for every service the own times; index = run.</summary>
    public IEnumerable<(string Name, float[] Hours)> Returns()
        => _model.Resources.Select((r, i) => ($"resource {r.Ref}", _store.Up[i])).Concat(_model.Services.Select((s, i) => ($"service {s.Ref}", _store.Services[i].Own)));

    public IEnumerable<(EntityRef Service, ServiceRuns Runs)> Services() => _model.Services.Select((s, i) => (s.Ref, _store.Services[i]));

    public IEnumerable<(EntityRef Resource, float[] Up)> Resources() => _model.Resources.Select((r, i) => (r.Ref, _store.Up[i]));

    /// <summary>For each deadline of a service the dates missed; index = run.</summary>
    public IEnumerable<ushort[]> DatesMissed(EntityRef service)
    {
        var compiled = _model.Services.Single(s => s.Ref == service);
        return compiled.Input.Deadlines.Select((_, i) => _store.DatesMissed[compiled.FirstDeadline + i]);
    }

    /// <summary>How many of the returns are later than in another simulation of the same entities, and how many there are.</summary>
    public (int Later, int All, string Example) LaterThan(AllRuns other)
    {
        var (later, all, example) = (0, 0, "");
        var others = other.Returns().ToDictionary(entry => entry.Name, entry => entry.Hours);
        foreach (var (name, hours) in Returns())
        {
            for (var run = 0; run < hours.Length; run++)
            {
                all++;
                if (hours[run] <= others[name][run] * (1 + 1e-5f) + 1e-4f) continue;
                later++;
                example = $"{name} in run {run}: {hours[run]} instead of {others[name][run]}";
            }
        }

        return (later, all, example);
    }
}
