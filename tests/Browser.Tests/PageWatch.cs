using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>Writes down what a page should never do: complain in the console, fail, break the content policy, ask anybody else for anything.</summary>
internal sealed class PageWatch
{
    private readonly ConcurrentQueue<string> found = [];

    public PageWatch(IPage page, string origin)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") found.Enqueue($"{message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => found.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) found.Enqueue($"asked for {request.Url}");
        };
    }

    /// <summary>What was found since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (found.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }
}
