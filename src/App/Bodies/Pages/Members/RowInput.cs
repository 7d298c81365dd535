namespace ResilienceMonitor.Bodies.Pages.Members;

/// <summary>Which row of a table a button belongs to.</summary>
public sealed class RowInput
{
    public string? Id { get; set; }
}
