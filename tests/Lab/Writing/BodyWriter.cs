using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Writing;

/// <summary>
/// Creates bodies and changes them by the real use cases. The number of a change is the row version it makes and stands in the content, so
/// each change can be found again in the row and in its event. A change may be asked for again: it is then done once.
/// </summary>
public sealed class BodyWriter(LabApp app)
{
    public const string Prefix = "lab:";

    public async Task Write(Change change, CancellationToken ct)
    {
        var content = ContentOf(change);
        var result = change.Number == 1
            ? await app.Use<CreateBody, Result<Body>>((create, token) => create.Run(change.Subject, content, token), ct)
            : await app.Use<ChangeBody, Result<Body>>((edit, token) => edit.Run(change.Subject, change.Number - 1, content, token), ct);
        if (result.Refusal is { } refusal && !(refusal.Code is "body.key-taken" or "item.changed-meanwhile" && await IsThere(change, ct)))
            throw new InvalidOperationException($"{change} was refused: {refusal.Code}.");
    }

    private async Task<bool> IsThere(Change change, CancellationToken ct)
    {
        var found = await app.Use<BodyDirectory, Result<Body>>((bodies, token) => bodies.Find(change.Subject, token), ct);
        return found.Refusal is null && found.Value.RowVersion >= change.Number;
    }

    private static BodyContent ContentOf(Change change) => new()
    {
        Name = $"Musterstadt {change.Number} {new string('x', change.Number * 37 % 150)}",
        Kind = BodyKind.Municipality,
        State = "05",
        Population = change.Number,
        Origin = new Origin(OriginKind.Person, new LocalDate(2026, 11, 21)),
    };
}
