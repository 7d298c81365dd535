using ResilienceMonitor.Calibration.Fitting;
using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Calibration;

/// <summary>The comparison that comes with the program: known outages, what was observed of them and what had been forecast without them.</summary>
public sealed class KnownOutages
{
    private const ulong Seed = 1;

    public KnownOutages(ReferenceData reference)
    {
        var file = reference.Read<KnownOutageEntry>(CalibrationFiles.Outages);
        Catalogue = ReferenceCatalogue.From(reference);
        Source = file.Sources[0].Citation;
        Comparison = new([.. file.Entries.SelectMany(e => e.Value.Judged(e.Key))]);
        Numbers = reference.Read<FittedEntry>(CalibrationFiles.Fit).Entries;
        (CoveragePerRow, CoveragePerCase) = Comparison.CoverageIntervals(Seed);
    }

    public Comparison Comparison { get; }

    /// <summary>Where the observations come from.</summary>
    public LocalText Source { get; }

    /// <summary>The model they are compared with.</summary>
    public ReferenceCatalogue Catalogue { get; }

    /// <summary>What was fitted, by key of the catalogue.</summary>
    public IReadOnlyDictionary<string, FittedEntry> Numbers { get; }

    public Interval CoveragePerRow { get; }

    public Interval CoveragePerCase { get; }
}
