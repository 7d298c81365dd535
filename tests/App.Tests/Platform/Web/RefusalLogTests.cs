using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

/// <summary>Who may not do something is told so; the log is for mistakes of the program.</summary>
public sealed class RefusalLogTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_page_somebody_may_not_see_is_answered_and_not_logged(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await PageHost.Start(app, actor: TwoTowns.Person(towns.A, Role.Reader));
        using var log = new KeptLog();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var page = await host.Send(Asking("/people", "text/html"));
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        using var answer = await host.Send(Asking($"/api/v1/bodies/{Uri.EscapeDataString(TwoTowns.KeyOfA)}/members", "application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_mistake_of_the_program_is_logged_with_its_place()
    {
        await using var server = await HardenedServer.Start(map: app =>
        {
            app.MapGet("/api/fails", string () => throw new InvalidOperationException("inner-secret"));
            app.MapGet("/api/refuses", string () => throw new NotPermittedException(People.Edit));
        });
        using var log = new KeptLog();
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var client = server.Client();
        using var refused = await client.GetAsync(new Uri("/api/refuses", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(log.Lines);
        using var failed = await client.GetAsync(new Uri("/api/fails", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains(log.Lines, l => l.Level == LogLevel.Error && l.Mistake is InvalidOperationException);
    }

    private static HttpRequestMessage Asking(string address, string accept) => new(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { { "Accept", accept } } };

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text, Exception? Mistake)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((logLevel, formatter(state, exception), exception));

        public void Dispose() => Lines.Clear();
    }
}
