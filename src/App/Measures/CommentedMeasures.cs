using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Measures;

/// <summary>The measures of the catalogue and those of the body's own.</summary>
public sealed class CommentedMeasures(MeasureList measures, ItemNames names) : ICommentedItems
{
    public const string Measures = "measures";

    public string Section => Measures;

    public async Task<string?> NameOf(Body body, string key, CancellationToken ct) =>
        (await measures.Of(body.BodyId, ct)).TryGetValue(key, out var measure) ? names.Of(key, measure) : null;
}
