namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>
/// Measures of a picture in its own units. There are two of the curve: one for a page and paper, one for a phone, each with text that stays
/// readable at the widths it is shown in.
/// </summary>
public sealed record PlotSize(string Name, double Width, double Height, double Left, double Right, double Bottom, double Font, double TickDistance, bool Numbered)
{
    public static readonly PlotSize Wide = new("wide", 900, 400, 54, 14, 34, 15, 0.12, Numbered: false);
    public static readonly PlotSize Narrow = new("narrow", 320, 300, 44, 10, 28, 13, 0.3, Numbered: true);

    /// <summary>Height of a line of text above the plot.</summary>
    public double Row => Font + 7;

    /// <summary>Width of a text, near enough to keep labels apart.</summary>
    public double WidthOf(string text) => text.Length * Font * 0.53;
}
