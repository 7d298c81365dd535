namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>A feature's part in consents: gives exactly one block of a body's content, inside that body's own unit of work.</summary>
public interface IConsentedBlock
{
    bool Covers(string block);

    /// <summary>Null: the body has no such content.</summary>
    Task<ConsentedContent?> Read(BodyId body, string block, CancellationToken ct);

    /// <summary>The single items of a body that are blocks of their own, to choose from; none where the block is one whole.</summary>
    Task<IReadOnlyList<ConsentedItem>> Items(BodyId body, CancellationToken ct) => Task.FromResult<IReadOnlyList<ConsentedItem>>([]);
}

/// <summary>One item that can be let see.</summary>
/// <param name="Block">See <see cref="Consent.Block"/>.</param>
/// <param name="Name">As people read it.</param>
public sealed record ConsentedItem(string Block, string Name);

/// <summary>What is shown of another body.</summary>
/// <param name="Json">The content as canonical JSON, for the program.</param>
/// <param name="Tables">The same for people.</param>
public sealed record ConsentedContent(string Json, IReadOnlyList<ConsentedTable> Tables);

/// <summary>A table people read; the first column names the line.</summary>
public sealed record ConsentedTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
