using System.Globalization;

namespace ResilienceMonitor.Lab.Writing;

/// <summary>One client: changes a body a few times, then goes on to a new one.</summary>
public sealed class BodyClient(BodyWriter writer, Protocol protocol, string name, bool acknowledgesFirst)
{
    public const int ChangesPerBody = 8;

    /// <param name="count">How many changes; the client stops sooner when it is cancelled.</param>
    public async Task Run(int count, CancellationToken stop)
    {
        for (var i = 0; i < count && !stop.IsCancellationRequested; i++)
            await Make(new Change(Areas.Body, string.Create(CultureInfo.InvariantCulture, $"{BodyWriter.Prefix}{name}:{i / ChangesPerBody}"), i % ChangesPerBody + 1));
    }

    public async Task Make(Change change)
    {
        protocol.SaySent(change);
        // The deliberate flaw the trials must catch.
        if (acknowledgesFirst) protocol.SayDone(change);
        await writer.Write(change, CancellationToken.None);
        if (!acknowledgesFirst) protocol.SayDone(change);
    }
}
