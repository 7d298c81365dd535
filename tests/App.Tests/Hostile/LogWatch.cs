using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ResilienceMonitor.App.Tests.Hostile;

/// <summary>What a server writes into its log.</summary>
internal sealed class LogWatch : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    /// <summary>Lines with a hostile text.</summary>
    public IReadOnlyList<string> Hostile => [.. lines.Where(l => l.Contains(HostileTexts.Mark, StringComparison.Ordinal))];

    public static LogWatch On(IServiceProvider server)
    {
        var watch = new LogWatch();
        server.GetRequiredService<ILoggerFactory>().AddProvider(watch);
        return watch;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
