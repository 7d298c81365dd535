using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>The times of every run, which results only keep as quantiles.</summary>
internal sealed class AllRuns
{
    private readonly CompiledModel _model;
    private readonly BodyRuns[] _bodies;

    private AllRuns(CompiledModel model, BodyRuns[] bodies) => (_model, _bodies) = (model, bodies);

    /// <summary>Played one after the other, event by event.</summary>
    public static AllRuns Of(RegionInput region, OutageInput outage, RunOptions options)
    {
        var model = ModelCompiler.Compile(region, outage, options);
        var recovery = new Recovery(model);
        BodyRuns[] bodies = [.. Enumerable.Range(0, model.Bodies.Length).Select(body => new BodyRuns(model, body, options.Runs))];
        RunRecorder[] recorders = [.. bodies.Select(_ => new RunRecorder(model, recovery))];
        foreach (var (body, recorder) in recorders.Index()) recorder.Turn(body, bodies[body], [.. Enumerable.Range(model.Bodies[body].FirstService, bodies[body].Services.Length)]);
        for (var run = 0; run < options.Runs; run++)
        {
            recovery.Simulate(run);
            foreach (var recorder in recorders)
            {
                recorder.Begin(new(0, [run]));
                recorder.Record(0);
                recorder.End();
            }
        }

        foreach (var recorder in recorders) recorder.Leave();
        return new(model, bodies);
    }

    /// <summary>The same played in blocks.</summary>
    public static AllRuns InBlocks(RegionInput region, OutageInput outage, RunOptions options)
    {
        var model = ModelCompiler.Compile(region, outage, options);
        var bodies = new BodyRuns[model.Bodies.Length];
        new ModelPlayer(model, options.Runs, options.Threads, _ => { }, TestContext.Current.CancellationToken).Play((body, runs) => bodies[body] = runs);
        return new(model, bodies);
    }

    /// <summary>For every resource the hours of full capacity, for every service the own times; index = run.</summary>
    public IEnumerable<(string Name, float[] Hours)> Returns()
        => _model.Resources.Select((r, i) => ($"resource {r.Ref}", Up(i))).Concat(_model.Services.Select((s, i) => ($"service {s.Ref}", _bodies[s.Body].Service(i).Own)));

    public IEnumerable<(EntityRef Service, ServiceRuns Runs)> Services() => _model.Services.Select((s, i) => (s.Ref, _bodies[s.Body].Service(i)));

    public IEnumerable<(string Body, BodyRuns Runs)> Bodies() => _model.Bodies.Select((b, i) => (b.Input.Key, _bodies[i]));

    public IEnumerable<(EntityRef Resource, float[] Up)> Resources() => _model.Resources.Select((r, i) => (r.Ref, Up(i)));

    /// <summary>For each deadline of a service the dates missed; index = run.</summary>
    public IEnumerable<ushort[]> DatesMissed(EntityRef service)
    {
        var compiled = _model.Services.Single(s => s.Ref == service);
        return compiled.Input.Deadlines.Select((_, i) => _bodies[compiled.Body].Missed(compiled.FirstDeadline + i));
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

    private float[] Up(int resource)
    {
        var body = _model.Resources[resource].Body;
        return _bodies[body].Up[Array.IndexOf(_model.Bodies[body].Resources, resource)];
    }
}
