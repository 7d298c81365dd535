namespace ResilienceMonitor.Forecasts.Regions.Outlines;

/// <summary>The outline of a municipality or district on a plane of <see cref="Size"/> units, north above.</summary>
/// <param name="Key">Official key of eight digits; null: the file has none.</param>
/// <param name="Name">Name in the file; null: it has none.</param>
/// <param name="Rings">Closed lines, each as x, y, x, y and so on in whole units; holes are rings like others.</param>
public sealed record Outline(string? Key, string? Name, IReadOnlyList<IReadOnlyList<int>> Rings)
{
    /// <summary>Greater one of width and height of the plane, in units.</summary>
    public const int Size = 1_000;
}
