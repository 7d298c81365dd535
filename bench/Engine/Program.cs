using System.Globalization;
using ResilienceMonitor.EngineBench;
using ResilienceMonitor.EngineBench.Ours;
using ResilienceMonitor.EngineBench.Plain;
using ResilienceMonitor.EngineBench.Workloads;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (var (name, network, trials) in new[] { ("a", NetworkMaker.A(), 4_000), ("b", NetworkMaker.B(), 600), ("c", NetworkMaker.C(), 60) })
{
    var check = new PlainEngine(network, new HashedDraws(network));
    check.Play(0);
    Console.WriteLine($"{name}: {network.Assets} assets, {network.Services} services");
    Console.WriteLine("  full      " + string.Join(' ', check.Full.Take(5).Select(x => x.ToString("0.000"))));
    Console.WriteLine("  emergency " + string.Join(' ', check.Emergency.Take(5).Select(x => x.ToString("0.000"))));
    Console.WriteLine($"  agreement {Agreement.Of(network, name == "c" ? 4 : 40)}");
    var times = new List<double>();
    for (var round = 0; round < 7; round++)
    {
        var began = ThreadClock.Now;
        var figures = PlainEngine.Run(network, new RandomDraws(round), trials);
        times.Add((ThreadClock.Now - began).TotalMicroseconds / trials);
        if (round == 0) Console.WriteLine($"  mean full {figures.MeanFull:0.0} h, mean P90 {figures.Full.Average(b => b.P90):0.0} h, citizen-service-days {figures.CitizenServiceDays:0}");
    }

    var (region, outage, order) = (AsRegion.Region(network), AsRegion.Outage(network), AsRegion.RestartOrder(network));
    var runs = name == "a" ? 1_000 : name == "b" ? 100 : 8;
    var start = ThreadClock.Now;
    OutageSimulation.Run(region, outage, new RunOptions { Runs = 1, RestartOrder = order });
    var compile = ThreadClock.Now - start;
    start = ThreadClock.Now;
    OutageSimulation.Run(region, outage, new RunOptions { Runs = runs, RestartOrder = order });
    Console.WriteLine($"  full engine: compile {compile.TotalMilliseconds:0} ms, {(ThreadClock.Now - start - compile).TotalMicroseconds / runs:0} us a run");
    var model = ResilienceMonitor.Simulation.Engine.ModelCompiler.Compile(region, outage, new RunOptions { Runs = 1, RestartOrder = order });
    start = ThreadClock.Now;
    var units = ResilienceMonitor.Simulation.Blocks.UnitCompiler.Compile(model);
    var recovery = new ResilienceMonitor.Simulation.Blocks.BlockRecovery(model, units);
    Console.WriteLine($"  units: {units.Length}, compile {(ThreadClock.Now - start).TotalMilliseconds:0} ms");
    for (var round = 0; round < 4; round++)
    {
        var blocks = name == "a" ? 200 : name == "b" ? 20 : 2;
        start = ThreadClock.Now;
        for (var block = 0; block < blocks; block++) recovery.Play(64 * block, 64);
        Console.WriteLine($"  block recovery: {(ThreadClock.Now - start).TotalMicroseconds / blocks / 64:0.00} us a run");
    }
    times.Sort();
    Console.WriteLine($"  {times[3]:0.0} us a trial ({times[0]:0.0} to {times[^1]:0.0})");
}
