using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Forecasts;

/// <summary>The machine-readable result of <c>resmon rank --json</c>; documented in docs/command-line.md. Gains are service days, money is euro.</summary>
public sealed record RankingDocument
{
    public string Format { get; init; } = "resmon-ranking";
    public int Version { get; init; } = 1;
    public string? Body { get; init; }
    public string? Region { get; init; }
    public required string Scenario { get; init; }
    public required int Runs { get; init; }
    public required ulong Seed { get; init; }
    public required double BaselineDaysLost { get; init; }
    public required double BaselineStandardError { get; init; }
    public required IReadOnlyList<MeasurePart> Measures { get; init; }
    public required IReadOnlyList<RarerPart> ChanceLowering { get; init; }
    public required IReadOnlyList<OverlapPart> Overlaps { get; init; }
    public required IReadOnlyList<InteractionPart> Interactions { get; init; }
    public required IReadOnlyList<string> NotApplicable { get; init; }
    public BestSetPart? BestSet { get; init; }

    public static RankingDocument Of(Ranking ranking, BestSet? best, Selection selection) => new()
    {
        Body = selection.Body,
        Region = selection.Region,
        Scenario = selection.Scenario,
        Runs = ranking.Runs,
        Seed = ranking.Seed,
        BaselineDaysLost = ranking.Baseline,
        BaselineStandardError = ranking.BaselineError,
        Measures = [.. ranking.Measures.Select(Measure)],
        ChanceLowering = [.. ranking.ChanceLowering.Select(m => new RarerPart(m.Key, m.ChanceBefore, m.ChanceAfter, m.Cost.FirstYear))],
        Overlaps = [.. ranking.Interactions.Where(i => i.Overlap).Select(i => new OverlapPart(i.First, i.Second, i.Together, i.Sum))],
        Interactions = [.. ranking.Interactions.Select(i => new InteractionPart(i.First, i.Second, i.Together, i.Sum, i.StandardError))],
        NotApplicable = ranking.NotApplicable,
        BestSet = best is null ? null : new BestSetPart(best.Budget, best.FirstYearCost, best.Gain, best.StandardError, [.. best.Steps.Select(s => new StepPart(s.Measure.Key, s.GainOnTop, s.StandardError, s.WithoutIt.Mean, s.WithoutIt.StandardError))]),
    };

    public string ToJson() => CanonicalJson.Write(this);

    private static MeasurePart Measure(RankedMeasure m) => new()
    {
        Key = m.Key,
        Gain = m.Gain,
        StandardError = m.StandardError,
        Measurable = m.Measurable,
        OnTop = m.OnTop?.Mean,
        OnTopStandardError = m.OnTop?.StandardError,
        OneOff = m.Cost.OneOff,
        Yearly = m.Cost.Yearly,
        FirstYear = m.Cost.FirstYear,
        PerYear = m.Cost.PerYear,
        GainPerThousandEuro = m.Measurable && double.IsFinite(m.GainPerThousand) ? m.GainPerThousand : null,
    };

    public sealed record MeasurePart
    {
        public required string Key { get; init; }
        public required double Gain { get; init; }
        public required double StandardError { get; init; }
        public required bool Measurable { get; init; }
        public double? OnTop { get; init; }
        public double? OnTopStandardError { get; init; }
        public required double OneOff { get; init; }
        public required double Yearly { get; init; }
        public required double FirstYear { get; init; }
        public required double PerYear { get; init; }
        public double? GainPerThousandEuro { get; init; }
    }

    public sealed record RarerPart(string Key, double ChanceBefore, double ChanceAfter, double FirstYear);

    public sealed record OverlapPart(string First, string Second, double Together, double Sum);

    public sealed record InteractionPart(string First, string Second, double Together, double Sum, double StandardError);

    public sealed record BestSetPart(double Budget, double FirstYear, double Gain, double StandardError, IReadOnlyList<StepPart> Steps);

    public sealed record StepPart(string Key, double GainOnTop, double StandardError, double WithoutIt, double WithoutItStandardError);
}
