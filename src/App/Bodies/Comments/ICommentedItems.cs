namespace ResilienceMonitor.Bodies.Comments;

/// <summary>A section whose items can be commented.</summary>
public interface ICommentedItems
{
    string Section { get; }

    /// <summary>Name of an item of a body as people read it; null: there is none of this key.</summary>
    Task<string?> NameOf(Body body, string key, CancellationToken ct);
}
