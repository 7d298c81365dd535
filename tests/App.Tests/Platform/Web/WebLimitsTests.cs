using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

public sealed class WebLimitsTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/preferences/theme", WebLimits.FormBytes + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/preferences/theme", WebLimits.FormBytes - 5_000, HttpStatusCode.BadRequest)]
    [InlineData("/bodies/import", WebLimits.FormBytes + 1, HttpStatusCode.OK)]
    [InlineData("/bodies/import", WebLimits.UploadBytes + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_form_may_be_as_large_as_its_page_says(string path, long bytes, HttpStatusCode expected)
    {
        await using var server = await HardenedServer.Start();
        using var client = server.Client();
        // Asks before it sends, so that the refusal arrives before the connection is closed.
        client.DefaultRequestHeaders.ExpectContinue = true;
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri("/bodies/import", UriKind.Relative), Ct), Ct);
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("form[enctype] input[type=hidden]"))
            if (path == "/bodies/import") form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        form.Add(new ByteArrayContent(new byte[bytes]), "file", "a.csv");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form, Ct);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(WebLimits.HeaderCount + 1, 5, 431)]
    [InlineData(8, WebLimits.HeaderBytes / 4, 431)]
    [InlineData(8, 5, 200)]
    public async Task Too_many_or_too_long_headers_are_refused(int count, int length, int expected)
    {
        await using var server = await HardenedServer.Start();
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('a', length)}\r\n"));
        Assert.Equal(expected, await Send(server, $"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Connection: close\r\n\r\n"));
    }

    [Fact]
    public async Task Too_long_an_address_is_refused()
    {
        await using var server = await HardenedServer.Start();
        Assert.Equal(414, await Send(server, $"GET /{new string('a', WebLimits.RequestLineBytes)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
    }

    // Ways to make a proxy and a server disagree about where a request ends (request smuggling).
    [Theory]
    [InlineData("POST /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef")]
    [InlineData("POST /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\n\r\n")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Name: x\r\n\r\n")]
    public async Task Ambiguous_requests_are_refused(string request)
    {
        await using var server = await HardenedServer.Start();
        Assert.Equal(400, await Send(server, request));
    }

    [Fact]
    public async Task One_connection_too_many_is_closed()
    {
        await using var server = await HardenedServer.Start();
        var held = new List<Socket>();
        try
        {
            for (var i = 0; i < WebLimits.Connections; i++) held.Add(await Connect(server));
            await Task.Delay(300, Ct);
            Assert.Equal(0, await Send(server, "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        }
        finally
        {
            held.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task Slow_callers_have_their_limits_too()
    {
        await using var server = await HardenedServer.Start();
        var limits = server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Equal(WebLimits.Headers, limits.RequestHeadersTimeout);
        Assert.Equal(WebLimits.KeepAlive, limits.KeepAliveTimeout);
        Assert.Same(WebLimits.Slowest, limits.MinRequestBodyDataRate);
        var answers = server.Services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutOptions>>().Value;
        Assert.Equal(WebLimits.Answer, answers.DefaultPolicy?.Timeout);
    }

    /// <summary>The status of the answer; 0: the connection was closed without one.</summary>
    private static async Task<int> Send(HardenedServer server, string request)
    {
        using var socket = await Connect(server);
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(request), Ct);
            var answer = new byte[4_096];
            var length = await socket.ReceiveAsync(answer, Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Ct);
            return length == 0 ? 0 : int.Parse(Encoding.ASCII.GetString(answer, 9, 3), null);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static async Task<Socket> Connect(HardenedServer server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, Ct);
        return socket;
    }
}
