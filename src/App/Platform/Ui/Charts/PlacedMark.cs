namespace ResilienceMonitor.Platform.Ui.Charts;

/// <summary>A date on the time axis with the place of its label.</summary>
/// <param name="X">Place of the line.</param>
/// <param name="Text">Label.</param>
/// <param name="Row">Row of the label above the plot, 0 is the lowest.</param>
/// <param name="Leftward">The label ends at the line instead of beginning there.</param>
internal readonly record struct PlacedMark(double X, string Text, int Row, bool Leftward);
