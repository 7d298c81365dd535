using ResilienceMonitor.Calibration.Fitting;
using ResilienceMonitor.Calibration.Model;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration;

/// <summary>Fits the reference model to known outages and says what the fit is worth: before it, on the cases it saw, and on cases it did not see.</summary>
public sealed class CalibrateReference(ReferenceData reference)
{
    private const double FitShare = 0.7;

    /// <param name="known">The outages.</param>
    /// <param name="options">Runs of a forecast, seed, threads.</param>
    /// <param name="progress">Told the finished share.</param>
    /// <param name="ct">Cancels between two cases.</param>
    public CalibratedReference Run(OutageCollection known, RunOptions options, IProgress<double>? progress, CancellationToken ct)
    {
        var catalogue = ReferenceCatalogue.From(reference);
        var forecasts = new CaseForecasts(catalogue, options, ct);
        var fits = CaseFits.Of(known, known.Cases, new(catalogue, options with { Runs = Math.Min(ValidateOutages.RunsOfFit, options.Runs) }, ct), done => progress?.Report(done * FitShare));
        var judge = new JudgeCases(known, null, forecasts);
        var result = new CalibratedReference(
            judge.Run(_ => FittedNumbers.Prior),
            judge.Run(_ => fits.All),
            judge.Run(outage => fits.Without[outage.Id]),
            fits.Numbers(forecasts));
        progress?.Report(1);
        return result;
    }
}

/// <summary>What a calibration found.</summary>
/// <param name="PriorOnly">With the numbers of the catalogue.</param>
/// <param name="InSample">With the numbers fitted to the very cases they are judged by.</param>
/// <param name="LeftOut">Each case with numbers fitted to the others: what the fit is worth.</param>
/// <param name="Numbers">The fitted numbers.</param>
public sealed record CalibratedReference(Validation PriorOnly, Validation InSample, Validation LeftOut, IReadOnlyList<FittedNumber> Numbers);
