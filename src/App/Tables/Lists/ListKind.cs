using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>A kind of list that administrations keep.</summary>
public sealed record ListKind
{
    public const string Catalogue = "own-lists";
    public const string ServiceSheet = "service-sheet";
    public const string ProcessingRegister = "processing-register";
    public const string ResponsibilityDirectory = "responsibility-directory";
    public const string PaymentCalendar = "payment-calendar";

    public required LocalText Name { get; init; }

    /// <summary>Who usually has it.</summary>
    public required LocalText HeldBy { get; init; }

    /// <summary>What it tells the model.</summary>
    public required LocalText Fills { get; init; }

    /// <summary>Days before a date taken from the list in which the service must have worked.</summary>
    public double LeadDays { get; init; }

    /// <summary>What its columns say, the most telling first.</summary>
    public required IReadOnlyDictionary<string, ListColumn> Columns { get; init; }

    public required IReadOnlyDictionary<string, string> Basis { get; init; }

    public IEnumerable<string> Required => Columns.Where(c => c.Value.Required).Select(c => c.Key);
}

/// <summary>A column of a kind of list.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Required">Without it the list says nothing.</param>
/// <param name="WrittenAs">How lists head it.</param>
public sealed record ListColumn(LocalText Name, bool Required, IReadOnlyList<string> WrittenAs);
