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
        else DurableFile.WriteAllText(path, ContentOf(change));
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

            if (NumberIn(File.ReadAllText(path)) is not { } found) return $"{subject}: cannot be read";
            if (found < number) return $"{subject}: {number} was acknowledged, found is {found}";
        }

        return null;
    }

    private async Task WriteCarelessly(string path, string content)
    {
        var target = flaw == Flaw.InPlace ? path : path + ".part";
        await using (var file = new FileStream(target, FileMode.Create))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(content));
            if (flaw != Flaw.NoFlush) file.Flush(flushToDisk: true);
        }

        if (flaw != Flaw.InPlace) File.Move(target, path, overwrite: true);
    }

    // A first line with the hash of everything after it.
    private static string ContentOf(Change change)
    {
        var rest = string.Create(CultureInfo.InvariantCulture, $"{change.Number}\n{new string('.', change.Number * 977 % 20_000)}");
        return $"{HashOf(rest)}\n{rest}";
    }

    private static int? NumberIn(string content)
    {
        var lines = content.Split('\n', 2);
        return lines.Length == 2 && lines[0] == HashOf(lines[1]) ? int.Parse(lines[1].AsSpan(0, lines[1].IndexOf('\n', StringComparison.Ordinal)), CultureInfo.InvariantCulture) : null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
