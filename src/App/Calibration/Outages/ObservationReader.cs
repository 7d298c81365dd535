using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Calibration.Outages;

/// <summary>Reads a row of <c>observations.csv</c>.</summary>
internal static class ObservationReader
{
    /// <summary>The engine ends after five years.</summary>
    private const double LastDay = OutageSimulation.Horizon / 24;

    /// <summary>The words of the file.</summary>
    public static IReadOnlyDictionary<string, Milestone> Milestones { get; } = Enum.GetValues<Milestone>()
        .ToDictionary(m => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(m.ToString()), StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyDictionary<string, ObservationMark> Marks { get; } = Enum.GetValues<ObservationMark>()
        .ToDictionary(m => m switch
        {
            ObservationMark.Stated => "S",
            ObservationMark.Computed => "D",
            ObservationMark.Approximate => "A",
            ObservationMark.Inferred => "I",
            ObservationMark.Announced => "P",
        }, StringComparer.OrdinalIgnoreCase);

    /// <returns>Null: the row was refused, and its problems are noted.</returns>
    public static Observation? Read(OutageRow row)
    {
        var id = row.Needed("case");
        row.Needed("milestone");
        var milestone = row.Word("milestone", Milestones);
        var share = row.Number("share", 1);
        var first = row.Number("day_min", LastDay);
        var last = row.Number("day_max", LastDay);
        if (last < first) row.Problem("days.turned");
        if (share == 0) row.Problem("share.zero");
        var mark = row.Word("mark", Marks);
        if (milestone is null) return null;

        // What lacks a day or the share it is about is shown, but nothing can be judged by it.
        var isWhole = first is not null && (milestone is not (Milestone.Clients or Milestone.Share) || share is not null);
        return new()
        {
            Case = id,
            Milestone = milestone.Value,
            Service = row.Text("service"),
            Share = share,
            DayMin = first ?? 0,
            DayMax = last,
            Mark = isWhole ? mark ?? ObservationMark.Approximate : ObservationMark.Inferred,
        };
    }
}
