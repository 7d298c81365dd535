namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>A date on the time axis with the place of its label.</summary>
/// <param name="X">Place of the line.</param>
/// <param name="Text">Label.</param>
/// <param name="Row">Row of the label above the plot, 0 is the lowest.</param>
/// <param name="Leftward">The label ends at the line instead of beginning there.</param>
/// <param name="From">Left end of the label.</param>
/// <param name="To">Right end of the label.</param>
internal readonly record struct PlacedMark(double X, string Text, int Row, bool Leftward, double From, double To)
{
    private const double Distance = 8;

    /// <summary>Neither do the labels touch, nor does the line of one run through the label of the other.</summary>
    public bool IsClearOf(PlacedMark other) =>
        (Row != other.Row || To + Distance <= other.From || other.To + Distance <= From)
        && !Crosses(other) && !other.Crosses(this);

    private bool Crosses(PlacedMark label) => Row > label.Row && X > label.From - 2 && X < label.To + 2;
}
