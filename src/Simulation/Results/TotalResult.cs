namespace ResilienceMonitor.Simulation.Results;

/// <summary>Sums over the services of a body or region, and its capability curve.</summary>
public sealed record TotalResult
{
    /// <summary>Service days lost.</summary>
    public required Estimate DaysLost { get; init; }

    /// <summary>Service days lost in each run, for paired comparison; index = run.</summary>
    public required IReadOnlyList<double> DaysLostByRun { get; init; }

    /// <summary>Undone case-days.</summary>
    public required Estimate UndoneCaseDays { get; init; }

    /// <summary>Cost by kind.</summary>
    public required CostResult Cost { get; init; }

    /// <summary>Share of services (weighted by cases) in each state over time.</summary>
    public required CapabilityCurve Curve { get; init; }
}

/// <summary>Cost in euro by kind; <see cref="IncomeNotYetCollected"/> is liquidity, not loss.</summary>
/// <param name="Staff">Own person-hours at the body's rate.</param>
/// <param name="OutsideHelp">Helpers' hours on parts at their rate.</param>
/// <param name="Devices">Replacement of damaged resources.</param>
/// <param name="LostFeesAndFines">Loss for open cases and expired cases.</param>
/// <param name="IncomeNotYetCollected">Greatest income held up by open cases at any moment, summed over services.</param>
public sealed record CostResult(Estimate Staff, Estimate OutsideHelp, Estimate Devices, Estimate LostFeesAndFines, Estimate IncomeNotYetCollected);
