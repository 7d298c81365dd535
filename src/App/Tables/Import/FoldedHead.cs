using ResilienceMonitor.Bodies.Import;

namespace ResilienceMonitor.Tables.Import;

/// <summary>A heading as it is compared.</summary>
/// <param name="Whole">All of it.</param>
/// <param name="Bare">Without what stands in brackets or on a second line.</param>
internal readonly record struct FoldedHead(string Whole, string Bare)
{
    public static FoldedHead Of(string head) => new(Words.Fold(head), ImportColumn.Fold(head));
}
