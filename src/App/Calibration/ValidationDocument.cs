using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration;

/// <summary>
/// The machine-readable result of <c>resmon validate --json</c>; documented in docs/command-line.md. Days after the start of the outage. Fields may be
/// added, never renamed or removed, within version 1.
/// </summary>
public sealed record ValidationDocument
{
    public string Format { get; init; } = "resmon-validation";
    public int Version { get; init; } = 1;
    public required int Runs { get; init; }
    public required ulong Seed { get; init; }
    public required string EngineVersion { get; init; }

    /// <summary>The numbers fitted to all training cases.</summary>
    public required IReadOnlyDictionary<string, double> Numbers { get; init; }

    public required IReadOnlyList<RowPart> Rows { get; init; }

    /// <summary>Where 95 of 100 resamples of the cases lie; missing: nothing is scored.</summary>
    public IntervalPart? CoveragePerRow { get; init; }

    public IntervalPart? CoveragePerCase { get; init; }
    public Summary? PerRow { get; init; }
    public Summary? PerCase { get; init; }

    /// <summary>Rows of which at least three others are known, and the others.</summary>
    public Summary? Comparable { get; init; }

    public Summary? Rare { get; init; }
    public required IReadOnlyList<Summary> ByMilestone { get; init; }
    public required IReadOnlyList<Summary> ByCause { get; init; }
    public required IReadOnlyList<Summary> ByCase { get; init; }

    /// <summary>Later milestones given the first of each case.</summary>
    public required IReadOnlyList<GivenPart> Given { get; init; }

    /// <summary>Loss on them over that without knowing the first.</summary>
    public double? GivenRatio { get; init; }

    public static ValidationDocument Of(Validation validation, RunOptions options)
    {
        var comparison = validation.Comparison;
        var (perRow, perCase) = comparison.CoverageIntervals(options.Seed);
        return new()
        {
            Runs = options.Runs,
            Seed = options.Seed,
            EngineVersion = OutageSimulation.EngineVersion,
            Numbers = validation.Numbers.ToDictionary(n => n.Key, n => n.Value),
            Rows = [.. comparison.Rows.Select(Row)],
            CoveragePerRow = comparison.PerRow is null ? null : new(perRow.Low, perRow.High),
            CoveragePerCase = comparison.PerCase is null ? null : new(perCase.Low, perCase.High),
            PerRow = comparison.PerRow,
            PerCase = comparison.PerCase,
            Comparable = comparison.Comparable,
            Rare = comparison.Rare,
            ByMilestone = comparison.By(r => Word(r.Seen.Milestone)),
            ByCause = comparison.By(r => r.Case.Cause.ToString().ToLowerInvariant()),
            ByCase = comparison.By(r => r.Case.Id),
            Given = [.. validation.Given.SelectMany(g => g.Later.Select(l => new GivenPart(g.Case, Word(g.First.Milestone), g.First.MiddleDay, g.EffectiveRuns, Word(l.Row.Seen.Milestone), l.Row.Seen.Service, Part(l.Given))))],
            GivenRatio = validation.GivenRatio,
        };
    }

    public string ToJson() => CanonicalJson.Write(this);

    private static RowPart Row(JudgedRow row) => new()
    {
        Case = row.Case.Id,
        Milestone = Word(row.Seen.Milestone),
        Service = row.Seen.Service,
        Share = row.Seen.Share,
        DayMin = row.Seen.DayMin,
        DayMax = row.Seen.DayMax,
        Mark = ObservationReader.Marks.First(m => m.Value == row.Seen.Mark).Key,
        Scored = row.Weight > 0,
        Weight = row.Weight,
        Consistent = row.IsConsistent,
        Comparables = row.Comparables,
        Band = row.Band is { } band ? Part(band) : null,
        N1 = row.N1 is { } n1 ? Part(n1) : null,
        N2 = row.N2 is { } n2 ? Part(n2) : null,
        Covered = row.Weight > 0 ? row.Score?.Covered : null,
        Loss = row.Weight > 0 ? row.Score?.Loss : null,
    };

    private static string Word(Milestone milestone) => ObservationReader.Milestones.First(m => m.Value == milestone).Key;

    private static BandPart Part(DayBand band) => new(band.P10, band.P50, band.P90);

    public sealed record RowPart
    {
        public required string Case { get; init; }
        public required string Milestone { get; init; }
        public string? Service { get; init; }
        public double? Share { get; init; }
        public required double DayMin { get; init; }
        public double? DayMax { get; init; }
        public required string Mark { get; init; }
        public required bool Scored { get; init; }
        public required double Weight { get; init; }
        public bool? Consistent { get; init; }
        public required int Comparables { get; init; }
        public BandPart? Band { get; init; }
        public BandPart? N1 { get; init; }
        public BandPart? N2 { get; init; }
        public double? Covered { get; init; }
        public double? Loss { get; init; }
    }

    public sealed record BandPart(double P10, double P50, double P90);

    public sealed record IntervalPart(double Low, double High);

    /// <summary>A later milestone of a case, given its first one.</summary>
    public sealed record GivenPart(string Case, string First, double FirstDay, double EffectiveRuns, string Milestone, string? Service, BandPart Band);
}
