using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Checks the options of a simulation.</summary>
internal static class OptionsCheck
{
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static void Require(RegionInput region, RunOptions options)
    {
        if (options.Runs is < 1 or > InputLimits.Runs) throw new ArgumentException($"Runs is {options.Runs}; allowed: 1 to {InputLimits.Runs}.", nameof(options));
        if (options.Threads is < 1 or > InputLimits.Threads) throw new ArgumentException($"Threads is {options.Threads}; allowed: 1 to {InputLimits.Threads}.", nameof(options));
        if (!Enum.IsDefined(options.Dispatch)) throw new ArgumentException($"Dispatch {options.Dispatch} does not exist.", nameof(options));
        if (options.Dispatch == DispatchMode.StrictList && options.RestartOrder is null)
            throw new ArgumentException("A strict list needs a restart order.", nameof(options));

        if (options.RestartOrder is not { } order) return;
        var index = new RegionIndex(region, null);
        var seen = new HashSet<EntityRef>();
        foreach (var resource in order)
        {
            if (index.Resource(resource) < 0) throw new ArgumentException($"The restart order names {resource}, which does not exist.", nameof(options));
            if (!seen.Add(resource)) throw new ArgumentException($"The restart order names {resource} twice.", nameof(options));
        }
    }
}
