using Microsoft.Data.Sqlite;
using ResilienceMonitor.Platform.Cli;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>The verbs as a person or a timer calls them: one sentence, and an exit code that can be relied on.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("resmon-verbs-").FullName;

    private string Data => Path.Combine(place, "data");

    private string Key => Path.Combine(place, "key");

    [Fact]
    public async Task From_a_new_key_to_a_restored_installation()
    {
        await Run(ExitCode.Refused, "explain", "--resource", "nothing", "--data", Data);
        await Run(ExitCode.Done, "backup", "--new-key", Key);
        await Run(ExitCode.Refused, "backup", "--new-key", Key);
        var good = await Run(ExitCode.Done, "backup", "--data", Data, "--key-file", Key, "--to", Path.Combine(place, "a.backup"));
        Assert.Contains("a.backup", good);
        Assert.StartsWith(await Run(ExitCode.Done, "verify", Path.Combine(place, "a.backup"), "--data", Data, "--key-file", Key), good, StringComparison.Ordinal);
        await Run(ExitCode.Refused, "restore", Path.Combine(place, "a.backup"), "--data", Data, "--key-file", Key);
        await Run(ExitCode.Done, "restore", Path.Combine(place, "a.backup"), "--data", Path.Combine(place, "new"), "--key-file", Key);
        Assert.True(File.Exists(Path.Combine(place, "new", "resmon.db")));
        await Run(ExitCode.Refused, "explain", "--resource", "nothing", "--data", Path.Combine(place, "new"));
    }

    [Fact]
    public async Task What_is_missing_is_said_in_a_sentence()
    {
        await Run(ExitCode.Done, "backup", "--new-key", Key);
        Assert.Contains("--key-file", await Run(ExitCode.Refused, "backup", "--data", Data));
        Assert.Contains("resmon.db", await Run(ExitCode.Refused, "backup", "--data", Data, "--key-file", Key));
        Assert.Contains("nothing.backup", await Run(ExitCode.Refused, "verify", Path.Combine(place, "nothing.backup"), "--data", Data, "--key-file", Key));
        Assert.Contains("no-key", await Run(ExitCode.Refused, "verify", Key, "--data", Data, "--key-file", Path.Combine(place, "no-key")));
        await Run(ExitCode.Refused, "verify", Key, "--data", Data, "--key-file", Key);
        await Run(ExitCode.Usage, "backup", "--keep", "0", "--data", Data, "--key-file", Key);
        await Run(ExitCode.Environment, "backup", "--new-key", Path.Combine(place, "no", "directory", "key"));
    }

    [Fact]
    public async Task The_doctor_has_findings_where_there_is_nothing() =>
        Assert.Contains("directory.missing", await Run(ExitCode.Refused, "doctor", "--data", Data));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(place, recursive: true);
    }

    private static async Task<string> Run(int expected, params string[] arguments)
    {
        await using var output = new StringWriter();
        var code = await Resmon.Run(arguments, new CommandOutput(output, output, Interactive: false));
        Assert.True(code == expected, $"{string.Join(' ', arguments)} ended with {code}: {output}");
        Assert.DoesNotContain("   at ", output.ToString());
        return output.ToString();
    }
}
