namespace ResilienceMonitor.Reports;

/// <summary>The papers that can be had as a file.</summary>
public enum ReportKind
{
    /// <summary>The public part of the council paper.</summary>
    CouncilPaper,

    /// <summary>Its annex, which is not public.</summary>
    CouncilAnnex,

    Slides,

    Situation,
}

/// <summary>Names of the kinds in addresses and on the command line.</summary>
public static class ReportKinds
{
    private static readonly IReadOnlyDictionary<string, ReportKind> ByName = new Dictionary<string, ReportKind>(StringComparer.Ordinal)
    {
        ["council-paper"] = ReportKind.CouncilPaper,
        ["council-annex"] = ReportKind.CouncilAnnex,
        ["slides"] = ReportKind.Slides,
        ["situation"] = ReportKind.Situation,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Null: there is no such kind.</summary>
    public static ReportKind? Find(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}
