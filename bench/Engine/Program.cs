using System.Globalization;
using ResilienceMonitor.EngineBench;
using ResilienceMonitor.EngineBench.Plain;
using ResilienceMonitor.EngineBench.Workloads;

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

    times.Sort();
    Console.WriteLine($"  {times[3]:0.0} us a trial ({times[0]:0.0} to {times[^1]:0.0})");
}
