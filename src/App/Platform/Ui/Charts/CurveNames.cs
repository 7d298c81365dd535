namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>What the two curves of a comparison are called, in the words of the page.</summary>
public sealed record CurveNames(string First, string Second)
{
    public string? Of(string key) => key switch { "without" => First, "with" => Second, _ => null };
}
