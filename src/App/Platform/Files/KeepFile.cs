using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Keeps a file for a while; the same bytes handed in again are the same file.</summary>
public sealed class KeepFile(AppDb db, Actor actor, IClock clock)
{
    public async Task<Result<StoredFile>> Run(BodyId body, string name, string mediaType, byte[] bytes, Duration howLong, CancellationToken ct)
    {
        actor.Must(PlatformFeature.KeepFiles);
        if (bytes.LongLength > Limits.StoredFileBytes) return Refusal.Of<PlatformTexts>("kept-file.too-large", Limits.StoredFileBytes / 1024 / 1024);
        var now = clock.GetCurrentInstant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var known = await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.BodyId == body && f.Hash == hash && f.Name == name && f.EndsAt > now, ct);
        if (known is not null) return known;
        if (await db.Set<StoredFile>().CountAsync(f => f.BodyId == body && f.EndsAt > now, ct) >= Limits.StoredFiles) return Refusal.Of<PlatformTexts>("kept-file.too-many");
        var file = new StoredFile { BodyId = body, Id = Guid.CreateVersion7(), Hash = hash, Name = Short(name), MediaType = mediaType, Bytes = bytes, CreatedAt = now, EndsAt = now + howLong };
        db.Add(file);
        await db.SaveChangesAsync(ct);
        return file;
    }

    private static string Short(string name) => name.Length <= Limits.NameLength ? name : name[^Limits.NameLength..];
}
