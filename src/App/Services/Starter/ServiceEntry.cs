using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>A municipal service of the catalogue.</summary>
public sealed record ServiceEntry
{
    public required string Code { get; init; }
    public required LocalText Name { get; init; }

    /// <summary>One or two sentences for the clerk who checks the entry.</summary>
    public required LocalText Explanation { get; init; }

    public IReadOnlyList<string> LeikaKeys { get; init; } = [];

    /// <summary>Product group of the municipal budget.</summary>
    public string? ProductNumber { get; init; }

    /// <summary>Who delivers it; the first rule that fits decides.</summary>
    public required IReadOnlyList<ResponsibilityRule> Responsibility { get; init; }

    public required CaseCount Cases { get; init; }

    /// <summary>Cases where a hospital lies in the town; null: the hospital makes no difference.</summary>
    public CaseCount? CasesWithHospital { get; init; }

    public CaseCount? CasesWithoutHospital { get; init; }

    public double? MtpdHours { get; init; }
    public double? RtoHours { get; init; }
    public double? RpoHours { get; init; }
    public required double EmergencyLevel { get; init; }
    public bool RoundTheClock { get; init; }
    public IReadOnlyList<DeadlineEntry> Deadlines { get; init; } = [];
    public double? ExpiryHours { get; init; }
    public double LossPerExpiredCase { get; init; }
    public double LossPerCaseDay { get; init; }
    public double IncomePerCase { get; init; }

    /// <summary>People who depend on it, for 10,000 inhabitants; null: all inhabitants.</summary>
    public double? PeopleServedPer10000 { get; init; }

    /// <summary>What every service of this way of working needs, see the catalogue of bundles.</summary>
    public required string Bundle { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Needs { get; init; } = [];
    public IReadOnlyList<SubstituteEntry> Substitutes { get; init; } = [];
    public required IReadOnlyDictionary<string, string> Basis { get; init; }
}

/// <summary>Cases a year: so many for 10,000 inhabitants, and so many for each body.</summary>
public sealed record CaseCount(double Per10000 = 0, double PerBody = 0);

/// <summary>A deadline of the catalogue; its name is shown in both languages.</summary>
public sealed record DeadlineEntry
{
    public required string Key { get; init; }
    public required LocalText Name { get; init; }
    public required DeadlineRule Rule { get; init; }
    public int? Day { get; init; }
    public IReadOnlyList<int> Months { get; init; } = [];
    public required double LeadDays { get; init; }
}
