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
    public required IReadOnlyList<Overlap> Overlaps { get; init; }
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
        Measures = [.. ranking.Measures.Select(m => new MeasurePart(m.Key, m.Gain, m.StandardError, m.Measurable, m.Cost.OneOff, m.Cost.Yearly, m.Cost.FirstYear, m.Cost.PerYear, m.Measurable && double.IsFinite(m.GainPerThousand) ? m.GainPerThousand : null))],
        ChanceLowering = [.. ranking.ChanceLowering.Select(m => new RarerPart(m.Key, m.ChanceBefore, m.ChanceAfter, m.Cost.FirstYear))],
        Overlaps = ranking.Overlaps,
        NotApplicable = ranking.NotApplicable,
        BestSet = best is null ? null : new BestSetPart(best.Budget, best.FirstYearCost, best.Gain, best.StandardError, [.. best.Steps.Select(s => new StepPart(s.Measure.Key, s.GainOnTop))]),
    };

    public string ToJson() => CanonicalJson.Write(this);

    public sealed record MeasurePart(string Key, double Gain, double StandardError, bool Measurable, double OneOff, double Yearly, double FirstYear, double PerYear, double? GainPerThousandEuro);

    public sealed record RarerPart(string Key, double ChanceBefore, double ChanceAfter, double FirstYear);

    public sealed record BestSetPart(double Budget, double FirstYear, double Gain, double StandardError, IReadOnlyList<StepPart> Steps);

    public sealed record StepPart(string Key, double GainOnTop);
}
