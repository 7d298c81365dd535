using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Bodies;

/// <summary>The IT team of a body in a crisis, and the help that comes from outside.</summary>
public sealed record TeamContent
{
    public required int People { get; init; }

    /// <summary>Crisis hours a day from 07:00 on.</summary>
    public double HoursADay { get; init; } = 10;

    /// <summary>Crisis days a week, 5 to 7, from Monday on.</summary>
    public int DaysAWeek { get; init; } = 6;

    public double ShareAbsent { get; init; }

    /// <summary>Euro for one person-hour.</summary>
    public double CostPerHour { get; init; }

    public IReadOnlyList<HelpContract> Help { get; init; } = [];
}

/// <summary>People who come to help, under a contract or as mutual aid.</summary>
public sealed record HelpContract
{
    public required string Key { get; init; }
    public string? CatalogueKey { get; init; }
    public string? Name { get; init; }
    public required int People { get; init; }

    /// <summary>Hours from the start of the outage until they arrive.</summary>
    public required Spread DelayHours { get; init; }

    /// <summary>Hours they stay; null: until the end.</summary>
    public double? StayHours { get; init; }

    public double CostPerHour { get; init; }
}
