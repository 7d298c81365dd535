using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>A list the body already had, as it was handed in.</summary>
public sealed class OwnList : ModelItem<OwnListContent>;

/// <summary>The rows of a list as they are, and what they mean. The list itself changes nothing in the model: it proposes.</summary>
public sealed record OwnListContent : ItemContent
{
    /// <summary>Key of the kind in the catalogue <c>own-lists</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Headings in the order of the columns.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>By column of the kind the place of the column in the list, counted from zero.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; init; } = new Dictionary<string, int>();

    public required IReadOnlyList<OwnListRow> Rows { get; init; }
}

/// <summary>A row of a list.</summary>
/// <param name="Number">Its number in the file, counted from one.</param>
/// <param name="Cells">As they stand there.</param>
public sealed record OwnListRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>What a person said the row is about: section and key, for example <c>services/passport</c>; null: nobody has.</summary>
    public string? Means { get; init; }

    /// <summary>A person said that the row has nothing to do with the model.</summary>
    public bool Ignored { get; init; }
}
