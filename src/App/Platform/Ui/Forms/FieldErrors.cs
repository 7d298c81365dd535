using System.Collections;

namespace ResilienceMonitor.Platform.Ui.Forms;

/// <summary>
/// All errors of a form at once. Hand it to <c>PostForm</c>: the summary lists them with links, and each field finds its own by its name.
/// </summary>
public sealed class FieldErrors : IReadOnlyCollection<FieldError>
{
    private readonly List<FieldError> errors = [];

    public int Count => errors.Count;

    /// <summary>Message for a field, or null.</summary>
    public string? this[string field] => errors.Find(e => e.Field == field)?.Message;

    /// <summary>Only the first error of a field counts; later ones mostly follow from it.</summary>
    public void Add(string field, string message)
    {
        if (this[field] is null) errors.Add(new(field, message));
    }

    /// <summary>A rule of a use case refused; <paramref name="field"/> is the one the person should look at.</summary>
    public void Add(string field, Refusal refusal) => Add(field, refusal.Sentence);

    public IEnumerator<FieldError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
