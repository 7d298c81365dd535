using NodaTime;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>A service for citizens.</summary>
public sealed record ServiceContent : ItemContent
{
    public required Responsibility Responsibility { get; init; }

    /// <summary>Keys of the service in the German service catalogue (LeiKa).</summary>
    public IReadOnlyList<string> LeikaKeys { get; init; } = [];

    /// <summary>Product number in the budget, by which auditors and treasurers search.</summary>
    public string? ProductNumber { get; init; }

    public double CasesPerWeek { get; init; }

    public bool RoundTheClock { get; init; }

    public IReadOnlyList<NeedGroup> Needs { get; init; } = [];

    public double EmergencyLevel { get; init; } = 0.5;
    public double? MtpdHours { get; init; }
    public double? RtoHours { get; init; }
    public double? RpoHours { get; init; }

    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];
    public IReadOnlyList<Substitute> Substitutes { get; init; } = [];

    public int? PeopleServed { get; init; }
    public double ExtraCapacity { get; init; } = 0.3;
    public double LossPerCaseDay { get; init; }
    public double? ExpiryHours { get; init; }
    public double LossPerExpiredCase { get; init; }
    public double IncomePerCase { get; init; }

    /// <summary>Day on which it was published as a template for others; null: it is not.</summary>
    public LocalDate? PublishedOn { get; init; }
}

/// <summary>Who delivers a service; only <see cref="Own"/> ones are simulated, the others are shown grey.</summary>
public enum Responsibility
{
    Own,
    FrontDesk,
    District,
    State,
    Provider,
    Association,

    /// <summary>The municipalities, seen from their district.</summary>
    Municipality,
}

/// <summary>A date that must not pass undelivered.</summary>
public sealed record Deadline
{
    public required string Key { get; init; }
    public string? CatalogueKey { get; init; }
    public string? Name { get; init; }

    /// <summary>How the dates repeat.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>Day of the month for <see cref="DeadlineRule.DayOfMonth"/>; day offset for others.</summary>
    public int? Day { get; init; }

    /// <summary>Months 1..12 in which it falls; empty: every month.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>A single date (election day).</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Days before the date in which the service must have worked at some moment.</summary>
    public double LeadDays { get; init; }
}

public enum DeadlineRule
{
    /// <summary>A day of the month; on a weekend or holiday the next working day.</summary>
    DayOfMonth,

    /// <summary>Last bank day of the month.</summary>
    LastBankDay,

    /// <summary>One date.</summary>
    SingleDate,
}
