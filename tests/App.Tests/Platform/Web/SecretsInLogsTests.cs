using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

/// <summary>Planted secrets in everything a browser can send, and a look at everything that leaves the server by another way than its answers.</summary>
public sealed class SecretsInLogsTests
{
    private const string Canary = "canary7f3a";

    private static readonly string Link = $"{Guid.CreateVersion7():N}.{Guid.CreateVersion7():N}.{new string('a', 64)}";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    // At the level an operator in trouble may ask for.
    [Fact]
    public async Task Logs_are_json_and_hold_no_secret()
    {
        await using var server = await ServerProcess.Start(["--log", "json"], ("Logging__LogLevel__Default", "Trace"));
        await Visit(server.Address);
        await Break(server);
        await Visit(server.Address);
        var lines = (await server.Stop()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var entries = lines.Where(l => l.StartsWith('{')).Select(l => JsonDocument.Parse(l).RootElement.Clone()).ToList();

        // Pages failed, so there was something to write.
        Assert.Contains(entries, e => e.GetProperty("LogLevel").GetString() == "Error");
        Assert.Contains(entries, e => e.GetProperty("LogLevel").GetString() is "Debug" or "Trace");
        Assert.All(entries, e => Assert.EndsWith("Z", e.GetProperty("Timestamp").GetString(), StringComparison.Ordinal));
        Assert.All(lines, l => Assert.DoesNotContain(Canary, l, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Measurements_go_to_a_collector_that_was_named_and_hold_no_secret(bool named)
    {
        using var collector = new HttpListener();
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}/";
        collector.Prefixes.Add(address);
        collector.Start();
        var received = new ConcurrentBag<(string Path, byte[] Body)>();
        var collecting = Collect(collector, received);
        await using (var server = await ServerProcess.Start([], (named ? "OTEL_EXPORTER_OTLP_ENDPOINT" : "UNUSED", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            await Visit(server.Address);
            await server.Stop();
        }

        collector.Stop();
        await collecting;
        Assert.Equal(named, received.Any(r => r.Path == "/v1/traces"));
        Assert.Equal(named, received.Any(r => r.Path == "/v1/metrics"));
        Assert.All(received, r => Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(r.Body), StringComparison.OrdinalIgnoreCase));
        if (named) Assert.Contains(received, r => Encoding.Latin1.GetString(r.Body).Contains("http.server.request.duration", StringComparison.Ordinal));
    }

    private static async Task Visit(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Cookie", $"resmon.theme={Canary}; session={Canary}");
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {Canary}");
        client.DefaultRequestHeaders.Add("User-Agent", Canary);
        client.DefaultRequestHeaders.Add("Referer", $"http://localhost/?{Canary}");
        foreach (var path in (string[])["/", "/bodies", "/services", $"/invitations/{Canary}", $"/join/{Link}", $"/progress/{Canary}", "/css/base.css", $"/{Canary}.css"])
            (await client.GetAsync(new Uri($"{path}?key={Canary}&body={Canary}", UriKind.Relative), Ct)).Dispose();
        foreach (var path in (string[])["/preferences/theme", "/bodies/import", $"/progress/{Canary}/cancellation"])
            (await client.PostAsync(new Uri($"{path}?key={Canary}", UriKind.Relative), new FormUrlEncodedContent([new("password", Canary), new("__RequestVerificationToken", Canary)]), Ct)).Dispose();
    }

    // A table is gone: from now on a page that everybody may open fails in the middle.
    private static async Task Break(ServerProcess server)
    {
        await using var connection = new SqliteConnection($"Data Source={server.DatabaseFile};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var rename = new SqliteCommand("ALTER TABLE invitations RENAME TO gone", connection);
        await rename.ExecuteNonQueryAsync(Ct);
    }

    private static async Task Collect(HttpListener collector, ConcurrentBag<(string, byte[])> received)
    {
        while (collector.IsListening)
        {
            try
            {
                var call = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body, CancellationToken.None);
                received.Add((call.Request.Url!.AbsolutePath, body.ToArray()));
                call.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
