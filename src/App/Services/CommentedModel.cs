using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services;

/// <summary>The items of a section of the model, whether they are derived or rows of the body's own.</summary>
public sealed class CommentedModel<T>(string section, Func<BodyModel, IReadOnlyDictionary<string, T>> read, ModelReader models, ItemNames names) : ICommentedItems where T : ItemContent
{
    public string Section => section;

    public async Task<string?> NameOf(Body body, string key, CancellationToken ct) =>
        await models.Load(body.Key, ct) is { Refusal: null } model && read(model.Value).TryGetValue(key, out var item) ? names.Of(key, item) : null;
}
