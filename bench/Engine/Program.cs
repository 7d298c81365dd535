using System.Globalization;
using ResilienceMonitor.EngineBench;
using ResilienceMonitor.EngineBench.Plain;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using Asked = ResilienceMonitor.Simulation.Inputs.Figures;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Rounds = 7;
if (args is ["country", .. var sizes])
{
    WholeCountry.Measure([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
    return 0;
}

if (args is ["change"])
{
    OneChange.Measure(Workload.All.ElementAt(1));
    return 0;
}

foreach (var workload in Workload.All)
{
    Console.WriteLine($"{workload.Name}: {workload.Network.Assets} assets, {workload.Network.Services} services");
    CheckValues(workload);
    var agreement = Agreement.Of(workload.Network, workload.AgreementTrials);
    Console.WriteLine($"  our engine and the plain one with the same luck: {agreement.Different} of {agreement.Times} times differ, at most by {agreement.Greatest:0.0000} h");
    if (!agreement.Holds) return 1;
    var (plain, ours) = (new List<double>(), new List<double>());
    for (var round = 0; round < Rounds; round++)
    {
        // In turn the first, so that neither always finds the machine as the other left it.
        var contenders = new[] { () => plain.Add(TimePlain(workload, round)), () => ours.Add(TimeOurs(workload)) };
        for (var i = 0; i < contenders.Length; i++) contenders[(i + round) % contenders.Length]();
    }

    Console.WriteLine($"  plain: {Times(plain)}; our engine: {Times(ours)}; ratio of medians {Median(plain) / Median(ours):0.00}");
}

return 0;

// The first trial with the hash of the definition; to be compared with the values it gives.
static void CheckValues(Workload workload)
{
    var engine = new PlainEngine(workload.Network, new HashedDraws(workload.Network));
    engine.Play(0);
    Console.WriteLine($"  first trial, full: {string.Join(", ", engine.Full.Take(5).Select(x => x.ToString("0.000", null)))}");
    Console.WriteLine($"  first trial, emergency: {string.Join(", ", engine.Emergency.Take(5).Select(x => x.ToString("0.000", null)))}");
}

static double TimePlain(Workload workload, int round)
{
    var began = ThreadClock.Now;
    PlainEngine.Run(workload.Network, new RandomDraws(round), workload.PlainTrials);
    return (ThreadClock.Now - began).TotalMicroseconds / workload.PlainTrials;
}

// Once with one run for what does not depend on their number, and then with many. Asked is for what the others deliver: times, chances and sums of
// days (their cost is the same sum with other weights).
static double TimeOurs(Workload workload)
{
    var (one, many) = (Time(1), Time(workload.OurTrials + 1));
    return (many - one).TotalMicroseconds / workload.OurTrials;

    TimeSpan Time(int runs)
    {
        var began = ThreadClock.Now;
        OutageSimulation.Run(workload.Region, workload.Outage, new RunOptions { Runs = runs, RestartOrder = workload.RestartOrder, Figures = Asked.Times | Asked.DaysLost });
        return ThreadClock.Now - began;
    }
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Times(List<double> values) => $"{Median(values):0.0} us a run ({values.Min():0.0} to {values.Max():0.0})";
