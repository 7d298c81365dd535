using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>Keeps the answers to the opening questions, for a new body or an existing one.</summary>
public sealed class SaveAnswers(CreateBody create, ChangeBody change, Actor actor)
{
    /// <param name="key">Key of the body; null: a new one, which gets a key of its own.</param>
    /// <param name="rowVersion">Version the form was filled for.</param>
    /// <param name="content">The answers.</param>
    public Task<Result<Body>> Run(string? key, int rowVersion, BodyContent content, CancellationToken ct)
    {
        actor.Must(BodiesFeature.Edit);
        return key is null ? create.Run($"body:{Guid.CreateVersion7():N}", content, ct) : change.Run(key, rowVersion, content, ct);
    }
}
