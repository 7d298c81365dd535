using ResilienceMonitor.Services;

namespace ResilienceMonitor.Tables.Lists;

/// <summary>A list beside the model as it is now.</summary>
/// <param name="List">The list.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Rows">Its rows, with what they are about.</param>
/// <param name="Proposals">What it would change.</param>
/// <param name="Model">The model it was compared with.</param>
public sealed record ListReading(OwnList List, ListKind Kind, IReadOnlyList<ReadRow> Rows, IReadOnlyList<ListProposal> Proposals, BodyModel Model)
{
    /// <summary>Rows nobody and nothing recognised.</summary>
    public IEnumerable<ReadRow> Open => Rows.Where(r => r.IsOpen);

    public IEnumerable<string> MissingColumns => Kind.Required.Where(c => !List.Content.Columns.ContainsKey(c));

    /// <summary>Column whose text says what a row is about.</summary>
    public static string SubjectOf(string kind) => kind switch
    {
        ListKind.ServiceSheet => "procedure",
        ListKind.ProcessingRegister => "activity",
        ListKind.ResponsibilityDirectory => "service",
        _ => "run",
    };

    /// <summary>Section of the items its rows are about.</summary>
    public string Section => List.Content.Kind == ListKind.ServiceSheet ? "resources" : "services";
}

/// <summary>A row with what it is about.</summary>
/// <param name="Row">The row.</param>
/// <param name="Subject">The text that says it.</param>
/// <param name="Key">Key of the item, by name, by a product, or as a person said; null: not known.</param>
/// <param name="ByPerson">A person said it.</param>
public sealed record ReadRow(OwnListRow Row, string Subject, string? Key, bool ByPerson)
{
    public bool IsOpen => Key is null && !Row.Ignored && Subject.Length > 0;
}
