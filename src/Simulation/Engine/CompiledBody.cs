using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>A body with numbers instead of keys.</summary>
internal sealed class CompiledBody
{
    public required BodyInput Input { get; init; }

    /// <summary>Own people present.</summary>
    public required int Present { get; init; }

    public required ChanceStream[] HelpDelays { get; init; }

    /// <summary>One for each start, or one for all.</summary>
    public required WorkWindow[] Windows { get; init; }

    /// <summary>Its resources in the order of the input.</summary>
    public required int[] Resources { get; init; }

    /// <summary>Its resources, most urgent first.</summary>
    public required int[] ByRank { get; init; }

    /// <summary>How many of the most urgent are named by the restart plan.</summary>
    public required int Named { get; init; }

    /// <summary>Its services are numbered from here, in the order of the input.</summary>
    public required int FirstService { get; init; }

    /// <summary>Gates whose passing is its detection; empty: hour 0.</summary>
    public required int[] DetectedBy { get; init; }

    /// <summary>Cases a week of all its services.</summary>
    public required double Cases { get; init; }

    /// <summary>Weight of all its services in its curve: their cases, or their number if there are no cases at all.</summary>
    public double TotalWeight => Cases > 0 ? Cases : Input.Services.Count;

    public int EndService => FirstService + Input.Services.Count;

    /// <summary>Weight of one service in the curve.</summary>
    public double Weight(int service) => Cases > 0 ? Input.Services[service - FirstService].CasesPerWeek : 1;

    public WorkWindow Window(int start) => Windows[Windows.Length > start ? start : 0];
}
