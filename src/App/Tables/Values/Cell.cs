using NodaTime;

namespace ResilienceMonitor.Tables.Values;

/// <summary>What stands in a cell on its way out: a text, a number or a day; nothing of it: the cell is empty.</summary>
public readonly record struct Cell
{
    public string? Text { get; private init; }
    public double? Number { get; private init; }
    public LocalDate? Day { get; private init; }

    public bool IsEmpty => string.IsNullOrEmpty(Text) && Number is null && Day is null;

    public static Cell Of(string? text) => new() { Text = text };

    public static Cell Of(double number) => new() { Number = number };

    public static Cell Of(LocalDate day) => new() { Day = day };

    /// <summary>As a person of that language reads it, with every digit.</summary>
    public string Shown(TableLanguage language) => Number is { } number ? language.Number(number) : Day is { } day ? language.Day(day) : Text ?? "";
}
