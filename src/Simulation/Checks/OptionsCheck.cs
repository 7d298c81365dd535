using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Checks the options of a simulation.</summary>
internal static class OptionsCheck
{
    public const int MostRuns = 1_000_000;

    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static void Require(RegionInput region, RunOptions options)
    {
        if (options.Runs is < 1 or > MostRuns) throw new ArgumentException($"Runs is {options.Runs}; allowed: 1 to {MostRuns}.", nameof(options));
        if (options.Threads < 1) throw new ArgumentException($"Threads is {options.Threads}; allowed: at least 1.", nameof(options));
        if (!Enum.IsDefined(options.Dispatch)) throw new ArgumentException($"Dispatch {options.Dispatch} does not exist.", nameof(options));
        if (options.Dispatch == DispatchMode.StrictList && options.RestartOrder is null)
            throw new ArgumentException("A strict list needs a restart order.", nameof(options));

        var index = new RegionIndex(region, null);
        var seen = new HashSet<EntityRef>();
        foreach (var resource in options.RestartOrder ?? [])
        {
            if (index.Resource(resource) < 0) throw new ArgumentException($"The restart order names {resource}, which does not exist.", nameof(options));
            if (!seen.Add(resource)) throw new ArgumentException($"The restart order names {resource} twice.", nameof(options));
        }
    }
}
