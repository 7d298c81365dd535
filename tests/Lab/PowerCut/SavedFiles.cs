using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResilienceMonitor.Lab.Writing;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>A few files of different sizes that are replaced again and again by <see cref="DurableFile"/>; each carries its number and its hash.</summary>
public sealed class SavedFiles(string directory, string? flaw) : IOwnFiles
{
    private const int Count = 3;
    private int written;

    public string Area => Areas.File;

    public async Task<Change> WriteNext()
    {
        var change = new Change(Area, $"saved-{written % Count}", written / Count + 1);
        written++;
        DurableFile.CreateDirectory(directory);
        var path = Path.Combine(directory, change.Subject);
        if (flaw is Flaw.NoFlush or Flaw.NoDirectoryFlush or Flaw.InPlace) await WriteCarelessly(path, ContentOf(change));
        else
        {
            using var file = DurableFile.Replace(path);
            await file.Content.WriteAsync(ContentOf(change));
            file.Keep();
        }

        return change;
    }

    public string? Check(IReadOnlyDictionary<string, int> acknowledged)
    {
        for (var i = 0; i < Count; i++)
        {
            var subject = $"saved-{i}";
            var path = Path.Combine(directory, subject);
            var number = acknowledged.GetValueOrDefault(subject);
            if (!File.Exists(path))
            {
                if (number > 0) return $"{subject}: {number} was acknowledged, there is no file";
                continue;
            }

            if (NumberIn(File.ReadAllBytes(path)) is not { } found) return $"{subject}: cannot be read";
            if (found < number) return $"{subject}: {number} was acknowledged, found is {found}";
        }

        return null;
    }

    private async Task WriteCarelessly(string path, byte[] content)
    {
        var target = flaw == Flaw.InPlace ? path : path + ".part";
        await using (var file = new FileStream(target, FileMode.Create))
        {
            await file.WriteAsync(content);
            if (flaw != Flaw.NoFlush) file.Flush(flushToDisk: true);
        }

        if (flaw != Flaw.InPlace) File.Move(target, path, overwrite: true);
    }

    private static byte[] ContentOf(Change change)
    {
        var body = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{change.Number}\n{new string('.', change.Number * 977 % 20_000)}"));
        return [.. SHA256.HashData(body), .. body];
    }

    private static int? NumberIn(byte[] content)
    {
        if (content.Length < SHA256.HashSizeInBytes || !SHA256.HashData(content.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes))) return null;
        var text = Encoding.ASCII.GetString(content, SHA256.HashSizeInBytes, content.Length - SHA256.HashSizeInBytes);
        return int.Parse(text[..text.IndexOf('\n', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
