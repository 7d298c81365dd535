using NodaTime;
using ResilienceMonitor.Calibration.Scoring;

namespace ResilienceMonitor.Calibration.Outages;

/// <summary>A known outage as it stands in <c>catalogues/known-outages.json</c>: public facts, what was observed, and what was forecast without it.</summary>
public sealed record KnownOutageEntry
{
    public string? Name { get; init; }
    public string? Country { get; init; }
    public LocalDate? Start { get; init; }
    public required OutageCause Cause { get; init; }
    public required IReadOnlyList<ObservedEntry> Rows { get; init; }

    /// <summary>Where the facts come from.</summary>
    public required IReadOnlyDictionary<string, string> Basis { get; init; }

    /// <summary>The same for the comparison.</summary>
    public IEnumerable<JudgedRow> Judged(string id)
    {
        var known = new KnownOutage { Id = id, Name = Name, Country = Country, Start = Start, Cause = Cause };
        return Rows.Select(row => new JudgedRow
        {
            Case = known,
            Seen = row.Seen(id),
            Band = row.Forecast is { } band ? new(band.P10, band.P50, band.P90) : null,
            N1 = null,
            N2 = null,
            Comparables = 0,
            Weight = row.Weight,
        });
    }

    public static KnownOutageEntry Of(KnownOutage known, IEnumerable<JudgedRow> rows, string source) => new()
    {
        Name = known.Name,
        Country = known.Country,
        Start = known.Start,
        Cause = known.Cause,
        Rows = [.. rows.Select(ObservedEntry.Of)],
        Basis = new Dictionary<string, string> { ["*"] = source },
    };
}

/// <summary>What was observed of a known outage, in days, and the forecast made without that outage.</summary>
public sealed record ObservedEntry
{
    public required Milestone Milestone { get; init; }
    public string? Service { get; init; }
    public double? Share { get; init; }
    public required double DayMin { get; init; }
    public double? DayMax { get; init; }
    public required ObservationMark Mark { get; init; }

    /// <summary>Null: the model does not forecast it.</summary>
    public ForecastEntry? Forecast { get; init; }

    /// <summary>How much it counts; 0: not at all.</summary>
    public required double Weight { get; init; }

    public Observation Seen(string id) =>
        new() { Case = id, Milestone = Milestone, Service = Service, Share = Share, DayMin = DayMin, DayMax = DayMax, Mark = Mark };

    public static ObservedEntry Of(JudgedRow row) => new()
    {
        Milestone = row.Seen.Milestone,
        Service = row.Seen.Service,
        Share = row.Seen.Share,
        DayMin = row.Seen.DayMin,
        DayMax = row.Seen.DayMax,
        Mark = row.Seen.Mark,
        Forecast = row.Band is { } band ? new(Rounded(band.P10), Rounded(band.P50), Rounded(band.P90)) : null,
        Weight = row.Weight,
    };

    private static double Rounded(double days) => Math.Round(days, days < 10 ? 2 : 1);
}

/// <summary>A band in days.</summary>
public sealed record ForecastEntry(double P10, double P50, double P90);
