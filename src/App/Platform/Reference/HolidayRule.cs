namespace ResilienceMonitor.Platform.Reference;

/// <summary>How a public holiday falls. Exactly one of <see cref="MonthDay"/>, <see cref="EasterOffset"/> and <see cref="WednesdayBefore"/> is filled.</summary>
public sealed record HolidayRule
{
    public required LocalText Name { get; init; }

    /// <summary>The same day every year, for example <c>10-03</c>.</summary>
    public string? MonthDay { get; init; }

    /// <summary>Days after Easter Sunday; negative before.</summary>
    public int? EasterOffset { get; init; }

    /// <summary>The Wednesday before this day of the year (day of repentance and prayer).</summary>
    public string? WednesdayBefore { get; init; }

    /// <summary>Keys of the states that keep it; empty: all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>First year in which it is kept; null: always.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last year in which it is kept; null: until today.</summary>
    public int? UntilYear { get; init; }

    public required IReadOnlyDictionary<string, string> Basis { get; init; }
}
