using System.Net;

namespace ResilienceMonitor.Platform.Web;

/// <summary>Who may talk to the server, and how it logs.</summary>
/// <param name="Urls">Addresses it listens on, separated by <c>;</c>.</param>
public sealed record WebHardeningOptions(string Urls)
{
    /// <summary>Names under which people reach it, besides those of this computer and those in <see cref="Urls"/>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Reverse proxies whose word about caller and https is believed; without any, nobody's is.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>One JSON object a line instead of text for people.</summary>
    public bool JsonLog { get; init; }
}
