namespace ResilienceMonitor.Bodies.Import;

/// <summary>One kind of list. An instance reads one table.</summary>
internal interface IBodyFormat
{
    /// <summary>The columns, that of the key first: by it the format is recognised.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>True: such a list describes a region even when nobody names one.</summary>
    bool NamesRegion { get; }

    /// <summary>The body of a row; null when it has an error or is no body.</summary>
    PlannedBody? Read(ImportRow row);

    /// <summary>Called with all bodies once every row is read, for what depends on other rows.</summary>
    IReadOnlyList<PlannedBody> Complete(IReadOnlyList<PlannedBody> bodies);
}
