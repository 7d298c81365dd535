using System.Globalization;

namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>How many random networks a test tries: few in the check, and RESMON_TRIAL times as many in a large trial.</summary>
internal static class Trial
{
    private static readonly int Factor = int.Parse(Environment.GetEnvironmentVariable("RESMON_TRIAL") ?? "1", CultureInfo.InvariantCulture);

    public static IEnumerable<ulong> Seeds(int usual) => Enumerable.Range(0, usual * Factor).Select(seed => (ulong)seed);
}
