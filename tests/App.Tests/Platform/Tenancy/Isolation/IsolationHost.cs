using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>
/// One server for all who ask: each request names its asker, comes from an address of its own, and brings the token of a form, so that neither limits nor
/// the guard of unsafe verbs hide what stands behind them. Jobs wait until they are run. What it logs is read.
/// </summary>
internal sealed class IsolationHost : IAsyncDisposable
{
    private const string Header = "X-Asker";
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-isolation-").FullName;
    private readonly WebApplication server;
    private readonly HttpClient browser = new(new SocketsHttpHandler { UseCookies = false });
    private readonly Dictionary<string, Actor> actors = new(StringComparer.Ordinal);
    private readonly LogReader log = new();
    private string cookie = "";
    private string token = "";
    private int asked;

    private IsolationHost(TestApp app)
    {
        var options = new WebHardeningOptions("http://127.0.0.1:0") { Proxies = [IPNetwork.Parse("127.0.0.1/32")] };
        server = WebServer.Build(new DataDirectory(directory), app.Choice, options, ServerMode.Demonstration);
        server.Use((http, next) =>
        {
            if (actors.TryGetValue(http.Request.Headers[Header].ToString(), out var actor)) http.RequestServices.GetRequiredService<CurrentActor>().Set(actor);
            return next(http);
        });
        // As much as the program ever writes.
        var filters = server.Services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue;
        filters.MinLevel = LogLevel.Trace;
        filters.Rules.Add(new LoggerFilterRule("Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider", null, LogLevel.None, null));
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    public IServiceProvider Services => server.Services;

    public int Asked => asked;

    /// <summary>Lines of the log in which a mark stands; and how many lines were read.</summary>
    public (IReadOnlyCollection<string> Marked, int Read) Log => (log.Marked, log.Read);

    public static async Task<IsolationHost> Start(TestApp app)
    {
        var host = new IsolationHost(app);
        await host.server.StartAsync(TestContext.Current.CancellationToken);
        host.browser.BaseAddress = new Uri(host.server.Urls.First());
        await host.Services.GetServices<IHostedService>().OfType<JobService>().Single().StopAsync(TestContext.Current.CancellationToken);
        await host.TakeToken();
        return host;
    }

    /// <param name="asker">Who asks from now on.</param>
    /// <param name="everyLine">The log is written as fully as it can be: for one asker, because it takes its time.</param>
    public void Admit(Asker asker, bool everyLine = false)
    {
        actors[asker.Name] = asker.Actor;
        log.Least = everyLine ? LogLevel.Trace : LogLevel.Information;
    }

    /// <summary>Sends a request as somebody and returns everything of the answer.</summary>
    public async Task<string> Send(Asker asker, string verb, string address, HttpContent? content = null, string? chosen = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Add(Header, asker.Name);
        var number = Interlocked.Increment(ref asked);
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"));
        request.Headers.Add("Cookie", chosen is null ? cookie : $"{cookie}; resmon.body={Uri.EscapeDataString(chosen)}");
        request.Headers.Accept.ParseAdd(address.StartsWith("/api/", StringComparison.Ordinal) ? "application/json" : "text/html");
        if (verb != "GET") request.Headers.Add("RequestVerificationToken", token);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return $"{(int)response.StatusCode} {response.RequestMessage!.RequestUri!.PathAndQuery}\n{response.Headers}{response.Content.Headers}\n{System.Text.Encoding.UTF8.GetString(bytes)}";
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task TakeToken()
    {
        using var response = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        cookie = string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private sealed class LogReader : ILoggerProvider, ILogger
    {
        private int read;

        public ConcurrentBag<string> Marked { get; } = [];

        public int Read => read;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

        public LogLevel Least { get; set; } = LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            Interlocked.Increment(ref read);

            // Without the places in the program: they hold nothing anybody sent.
            var line = formatter(state, exception);
            for (var e = exception; e is not null; e = e.InnerException) line += $" {e.Message}";
            if (Marks.Foreign(line, null).Count > 0) Marked.Add(line);
        }

        public void Dispose()
        {
        }
    }
}
