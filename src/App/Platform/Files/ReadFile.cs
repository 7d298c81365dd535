using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Reads a file that was kept. One of another body is not there, just as one that has ended.</summary>
public sealed class ReadFile(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<StoredFile>> Run(Guid id, CancellationToken ct)
    {
        actor.Must(PlatformFeature.KeepFiles);
        var now = clock.GetCurrentInstant();
        var file = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.EndsAt > now, ct);
        return file is null ? Refusal.Of<PlatformTexts>("kept-file.not-found") : file;
    }
}
