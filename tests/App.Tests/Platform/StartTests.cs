using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using ResilienceMonitor.Platform.Cli;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>The program as a whole, as the command line starts it: one clear sentence and a non-zero exit code when it cannot go on.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-start-").FullName;

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_stops_the_start()
    {
        // A file where the directory should be: root may write everywhere else.
        var file = Path.Combine(directory, "taken");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var (code, output, error) = await Run("serve", "--data", file);
        Assert.Equal(ExitCode.Environment, code);
        Assert.Contains(file, OneSentence(error));
        Assert.Empty(output);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        Assert.Equal(ExitCode.Refused, (await Run("explain", "--resource", "nothing", "--data", directory)).Code);
        await using (var connection = new SqliteConnection($"Data Source={directory}/resmon.db"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new SqliteCommand("UPDATE installation SET schema_version = 99", connection);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (code, _, error) = await Run("serve", "--data", directory, "--urls", "http://localhost:0");
        Assert.Equal(ExitCode.Environment, code);
        Assert.Contains("99", OneSentence(error));
    }

    [Fact]
    public async Task A_foreign_file_in_place_of_the_database_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "resmon.db"), new string('x', 5000), TestContext.Current.CancellationToken);
        var (code, _, error) = await Run("serve", "--data", directory);
        Assert.Equal(ExitCode.Environment, code);
        OneSentence(error);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var (code, _, error) = await Run("serve", "--data", directory, "--urls", $"http://127.0.0.1:{port}");
        Assert.Equal(ExitCode.Environment, code);
        Assert.Contains($"{port}", OneSentence(error));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://*:5080")]
    public async Task Without_accounts_the_pages_are_for_this_computer_only(string url)
    {
        var (code, _, error) = await Run("serve", "--data", directory, "--urls", url);
        Assert.Equal(ExitCode.Environment, code);
        OneSentence(error);
    }

    [Theory]
    [InlineData("simulate", "--scenario", "provider-encryption")]
    [InlineData("simulate", "--body", "a", "--region", "b", "--scenario", "x")]
    [InlineData("simulate", "--body", "a", "--scenario", "x", "--runs", "2147483648")]
    [InlineData("simulate", "--body", "a", "--administrations", "b", "--scenario", "x")]
    [InlineData("simulate", "--body", "a", "--scenario", "x", "--accuracy", "0.01%")]
    [InlineData("simulate", "--body", "a", "--scenario", "x", "--accuracy", "close")]
    [InlineData("simulate", "--administrations", "b", "--scenario", "x", "--accuracy", "2%")]
    [InlineData("simulate", "--body", "a", "--scenario", "x", "--to", "b")]
    [InlineData("rank", "--body", "a")]
    [InlineData("dance")]
    public async Task A_command_line_that_cannot_be_understood_says_so(params string[] arguments)
    {
        var (code, _, error) = await Run([.. arguments, .. arguments[0] == "dance" ? Array.Empty<string>() : ["--data", directory]]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var (code, _, error) = await Run("import", Path.Combine(directory, "nothing.csv"), "--data", directory);
        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("nothing.csv", error);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await Resmon.Run(arguments, new CommandOutput(output, error, Interactive: false));
        return (code, output.ToString(), error.ToString());
    }

    private static string OneSentence(string error)
    {
        Assert.DoesNotContain("   at ", error);
        Assert.Single(error.Trim().Split('\n'));
        return error;
    }
}
