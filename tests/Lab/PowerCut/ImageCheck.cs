using System.Data.Common;
using System.Text.Json;
using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Starts the real application on what a power cut left, and looks for everything that was acknowledged.</summary>
public sealed class ImageCheck(string directory) : IAsyncDisposable
{
    private const string Data = "data";
    private readonly LabApp app = new(Path.Combine(directory, Data), postgres: null);

    /// <returns>Null when nothing is lost and everything is readable.</returns>
    public async Task<string?> Run(DiskImage image, CancellationToken ct)
    {
        image.WriteTo(directory);
        try
        {
            return await Compare(image, ct) is { } failure ? $"{image.Description}: {failure}" : null;
        }
        catch (Exception e) when (e is DbException or JsonException or InvalidOperationException)
        {
            return $"{image.Description}: {e.Message}";
        }
        finally
        {
            await app.Rest(ct);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<string?> Compare(DiskImage image, CancellationToken ct)
    {
        await app.Start(ct);
        if (SqliteCheck.Run(app.DatabaseFile) is { } damage) return damage;
        if (await BodyCheck.Run(app, image.AcknowledgedOf(Areas.Body), ct) is { } lost) return lost;
        return OwnFiles.Of(app, Path.Combine(directory, Data), flaw: null)
            .Select(files => files.Check(image.AcknowledgedOf(files.Area))).FirstOrDefault(f => f is not null);
    }
}
