using ResilienceMonitor.Platform.Ui.Parts;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>How a state is shaded in documents: by lightness alone, so that a grey print says the same.</summary>
/// <param name="Fill">Ground, RGB.</param>
/// <param name="Ink">Letters on it, RGB; the contrast is above 7 to 1.</param>
internal sealed record Shade(string Fill, string Ink)
{
    public static Shade Of(ServiceState state) => state switch
    {
        ServiceState.Stopped => new("1F1F3D", "FFFFFF"),
        ServiceState.Substitute => new("9FB2DC", "000000"),
        ServiceState.Backlog => new("DDE4F4", "000000"),
        _ => new("FFFFFF", "000000"),
    };
}
