using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Sealing;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>A key can be printed, typed in again, and is never lost to an overwrite.</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-key-").FullName;

    private string FilePath => Path.Combine(directory, "key");

    [Fact]
    public void Only_its_owner_can_read_a_new_key()
    {
        if (OperatingSystem.IsWindows()) return;
        KeyFile.Create(FilePath);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        Assert.False(KeyFile.OthersCanRead(FilePath));
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.True(KeyFile.OthersCanRead(FilePath));
    }

    [Fact]
    public void A_key_that_is_there_stays()
    {
        KeyFile.Create(FilePath);
        var before = File.ReadAllText(FilePath);
        Assert.Equal("key.exists", Refused(() => KeyFile.Create(FilePath)));
        Assert.Equal(before, File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_key_typed_in_from_paper_is_the_same_key()
    {
        KeyFile.Create(FilePath);
        var original = KeyFile.Read(FilePath);
        var typed = File.ReadAllLines(FilePath)[^1].Replace(" ", "", StringComparison.Ordinal).Replace("1:", "1 : ", StringComparison.Ordinal).ToUpperInvariant()
            .Replace("RESMON-BACKUP-KEY", "resmon-backup-key", StringComparison.Ordinal);
        File.WriteAllText(FilePath, typed);
        var header = SealHeader.New(original);
        header.MustFit(KeyFile.Read(FilePath));
    }

    [Fact]
    public void A_slip_of_the_typist_is_found()
    {
        KeyFile.Create(FilePath);
        var line = File.ReadAllLines(FilePath)[^1];
        for (var i = line.IndexOf(':', StringComparison.Ordinal) + 2; i < line.Length; i++)
        {
            if (line[i] == ' ') continue;
            File.WriteAllText(FilePath, line[..i] + (line[i] == 'a' ? 'b' : 'a') + line[(i + 1)..]);
            Assert.Equal("key.mistyped", Refused(() => KeyFile.Read(FilePath)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("resmon-backup-key-1:")]
    [InlineData("resmon-backup-key-1: zz")]
    [InlineData("resmon-backup-key-2: 00")]
    public void What_is_no_key_is_refused(string text)
    {
        File.WriteAllText(FilePath, text);
        Assert.Equal("key.unreadable", Refused(() => KeyFile.Read(FilePath)));
        Assert.Equal("key.missing", Refused(() => KeyFile.Read(FilePath + "-not-there")));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static string Refused(Action work) => Assert.Throws<BackupRefusedException>(work).Refusal.Code;
}
