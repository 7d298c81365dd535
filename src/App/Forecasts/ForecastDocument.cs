using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>
/// The machine-readable result of <c>resmon simulate --json</c>; documented in docs/command-line.md. Times are hours after the
/// start of the outage; a time that is missing means "not within five years". Fields may be added, never renamed or removed, within version 1.
/// </summary>
public sealed record ForecastDocument
{
    public string Format { get; init; } = "resmon-forecast";
    public int Version { get; init; } = 1;
    public required string Subject { get; init; }
    public required string Scenario { get; init; }
    public string? Provider { get; init; }
    public required int Runs { get; init; }
    public required ulong Seed { get; init; }
    public required string EngineVersion { get; init; }

    /// <summary>How exact the result is.</summary>
    public required AccuracyPart Accuracy { get; init; }

    /// <summary>Hash over all inputs.</summary>
    public required string InputHash { get; init; }

    /// <summary>Hash of the model of each body.</summary>
    public required IReadOnlyDictionary<string, string> Snapshots { get; init; }

    public required IReadOnlyList<BodyPart> Bodies { get; init; }
    public required TotalPart Total { get; init; }

    public static ForecastDocument Of(SimulatedOutage simulated, Selection selection) => new()
    {
        Subject = simulated.Outage.Subject,
        Scenario = selection.Scenario,
        Provider = simulated.Outage.Provider,
        Runs = simulated.Result.Runs,
        Seed = simulated.Result.Seed,
        EngineVersion = simulated.Result.EngineVersion,
        Accuracy = AccuracyOf(ResultAccuracy.Of(simulated.Result)),
        InputHash = simulated.Inputs.Hash,
        Snapshots = simulated.Inputs.Snapshots,
        Bodies = [.. simulated.Asked.Select(b => new BodyPart(b.Result.Key, b.Model.Body.Name, [.. b.Result.Services.Select(Service)], Totals(b.Result.Total)))],
        Total = Totals(simulated.Result.Total),
    };

    public string ToJson() => CanonicalJson.Write(this);

    private static ServicePart Service(ServiceResult s) => new()
    {
        Key = s.Key,
        ChanceAffected = s.ChanceAffected,
        First = Hours(s.First),
        Emergency = Hours(s.Emergency),
        Own = Hours(s.Own),
        Cleared = Hours(s.Cleared),
        MtpdExceeded = Mean(s.MtpdExceeded),
        RpoExceeded = Mean(s.RpoExceeded),
        Deadlines = [.. s.Deadlines.Select(d => new DeadlinePart(d.Key, Mean(d.Missed), d.DatesMissed))],
        DaysLost = Mean(s.DaysLost),
        UndoneCaseDays = Mean(s.UndoneCaseDays),
        ExpiredCases = Mean(s.ExpiredCases),
    };

    private static TotalPart Totals(TotalResult t) => new(
        Mean(t.DaysLost),
        Mean(t.UndoneCaseDays),
        new CostPart(Mean(t.Cost.Staff), Mean(t.Cost.OutsideHelp), Mean(t.Cost.Devices), Mean(t.Cost.LostFeesAndFines), Mean(t.Cost.IncomeNotYetCollected)),
        new CurvePart(t.Curve.Hours, Band(t.Curve.First), Band(t.Curve.Own), Band(t.Curve.Cleared)));

    private static BandPart Hours(TimeBand b) => new(Finite(b.P10), Finite(b.P50), Finite(b.P90), Finite(b.P10Low), Finite(b.P10High), Finite(b.P50Low), Finite(b.P50High), Finite(b.P90Low), Finite(b.P90High));

    private static AccuracyPart AccuracyOf(ResultAccuracy accuracy) => new(accuracy.DaysLost, Finite(accuracy.Times));

    private static MeanPart Mean(Estimate e) => new(e.Mean, e.StandardError, e.P10, e.P90);

    private static CurveBandPart Band(CurveBand b) => new(b.P10, b.P50, b.P90);

    private static double? Finite(double hours) => double.IsFinite(hours) ? hours : null;

    public sealed record BodyPart(string Key, string? Name, IReadOnlyList<ServicePart> Services, TotalPart Total);

    public sealed record ServicePart
    {
        public required string Key { get; init; }
        public required double ChanceAffected { get; init; }
        public required BandPart First { get; init; }
        public required BandPart Emergency { get; init; }
        public required BandPart Own { get; init; }
        public required BandPart Cleared { get; init; }
        public required MeanPart MtpdExceeded { get; init; }
        public required MeanPart RpoExceeded { get; init; }
        public required IReadOnlyList<DeadlinePart> Deadlines { get; init; }
        public required MeanPart DaysLost { get; init; }
        public required MeanPart UndoneCaseDays { get; init; }
        public required MeanPart ExpiredCases { get; init; }
    }

    public sealed record BandPart(double? P10, double? P50, double? P90, double? P10Low, double? P10High, double? P50Low, double? P50High, double? P90Low, double? P90High);

    public sealed record AccuracyPart(double DaysLost, double? Times);

    public sealed record MeanPart(double Mean, double StandardError, double P10, double P90);

    public sealed record DeadlinePart(string Key, MeanPart Missed, double DatesMissed);

    public sealed record TotalPart(MeanPart DaysLost, MeanPart UndoneCaseDays, CostPart Cost, CurvePart Curve);

    public sealed record CostPart(MeanPart Staff, MeanPart OutsideHelp, MeanPart Devices, MeanPart LostFeesAndFines, MeanPart IncomeNotYetCollected);

    public sealed record CurvePart(IReadOnlyList<double> Hours, CurveBandPart First, CurveBandPart Own, CurveBandPart Cleared);

    public sealed record CurveBandPart(IReadOnlyList<double> P10, IReadOnlyList<double> P50, IReadOnlyList<double> P90);
}
