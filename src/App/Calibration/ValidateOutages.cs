using ResilienceMonitor.Calibration.Fitting;
using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration;

/// <summary>Compares the forecasts of the reference model with known outages, each forecast made without the case it is judged by.</summary>
public sealed class ValidateOutages(ReferenceData reference)
{
    /// <summary>Runs of a case while numbers are fitted: both sides of a comparison have the same luck, so that few will do.</summary>
    internal const int RunsOfFit = 400;

    /// <summary>Share of the work that the fit is.</summary>
    private const double FitShare = 0.8;

    /// <param name="judged">The outages to compare with.</param>
    /// <param name="training">Where numbers and forecasts without model come from; null: from the other cases of <paramref name="judged"/>.</param>
    /// <param name="options">Runs of a forecast, seed, threads.</param>
    /// <param name="progress">Told the finished share.</param>
    /// <param name="ct">Cancels between two cases.</param>
    public Validation Run(OutageCollection judged, OutageCollection? training, RunOptions options, IProgress<double>? progress, CancellationToken ct)
    {
        var catalogue = ReferenceCatalogue.From(reference);
        var forecasts = new CaseForecasts(catalogue, options, ct);
        var fits = CaseFits.Of(
            training ?? judged, training is null ? judged.Cases : [], new(catalogue, options with { Runs = Math.Min(RunsOfFit, options.Runs) }, ct), done => progress?.Report(done * FitShare));
        var validation = new JudgeCases(judged, training, forecasts)
            .Run(known => fits.Without.GetValueOrDefault(known.Id, fits.All), done => progress?.Report(FitShare + (1 - FitShare) * done));
        return validation with { Numbers = fits.Numbers(forecasts) };
    }
}
