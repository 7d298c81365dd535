using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Files;

/// <summary>Files that must survive; that they do is tried by <see cref="Durability.PowerCutTests"/>.</summary>
public sealed class DurableFileTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-file-").FullName;

    private string Target => Path.Combine(directory, "a.txt");

    [Fact]
    public void The_new_takes_the_place_of_the_old_and_leaves_nothing_beside_it()
    {
        DurableFile.WriteAllText(Target, "old");
        DurableFile.WriteAllText(Target, "new");
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(directory));
    }

    [Fact]
    public void What_cannot_take_its_place_leaves_no_trace()
    {
        Directory.CreateDirectory(Target);
        Assert.ThrowsAny<Exception>(() => DurableFile.WriteAllText(Target, "new"));
        Assert.Empty(Directory.GetFiles(directory));
    }

    [Fact]
    public void What_is_not_kept_is_thrown_away_and_nobody_else_may_read_what_is()
    {
        DurableFile.WriteAllText(Target, "old");
        using (var file = DurableFile.Replace(Target)) file.Content.Write("half"u8);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(directory));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
    }

    [Fact]
    public void Directories_are_made_to_any_depth()
    {
        var deep = Path.Combine(directory, "b", "c", "d");
        DurableFile.CreateDirectory(deep);
        DurableFile.CreateDirectory(deep);
        Assert.True(Directory.Exists(deep));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
