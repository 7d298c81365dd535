using ResilienceMonitor.EngineBench.Ours;
using ResilienceMonitor.EngineBench.Plain;
using ResilienceMonitor.EngineBench.Workloads;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.EngineBench;

/// <summary>Whether two engines that are given the same luck say the same.</summary>
/// <param name="Times">Times compared: full service and emergency operation of each service in each trial.</param>
/// <param name="Different">Of them more than 0.02 h apart.</param>
/// <param name="Greatest">Greatest difference in hours.</param>
internal sealed record Agreement(int Times, int Different, double Greatest)
{
    private const double Tolerance = 0.02;

    public bool Holds => Different <= 0.001 * Times;

    public static Agreement Of(Network network, int trials)
    {
        var (region, outage, order) = (AsRegion.Region(network), AsRegion.Outage(network), AsRegion.RestartOrder(network));
        var plain = new PlainEngine(network, new EngineDraws(network));
        var (times, different, greatest) = (0, 0, 0.0);
        for (var trial = 1; trial <= trials; trial++)
        {
            plain.Play(trial);
            var result = OutageSimulation.Run(region, outage, new RunOptions { Runs = 1, Seed = (ulong)trial, RestartOrder = order, Points = PointPlan.Independent });
            foreach (var (number, service) in result.Bodies.SelectMany(b => b.Services).Index())
            {
                Compare(plain.Full[number], service.Own.P50);
                Compare(plain.Emergency[number], service.Emergency.P50);
            }
        }

        return new(times, different, greatest);

        void Compare(double theirs, double ours)
        {
            var difference = Math.Abs(theirs - ours);
            times++;
            if (!(difference <= Tolerance)) different++;
            greatest = Math.Max(greatest, difference);
        }
    }
}
