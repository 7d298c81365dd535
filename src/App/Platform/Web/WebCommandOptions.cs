using System.CommandLine;
using System.Net;

namespace ResilienceMonitor.Platform.Web;

/// <summary>The options of the command line that say who may talk to the server, and how it logs.</summary>
public sealed class WebCommandOptions
{
    private const string Json = "json";

    private readonly Option<string> hosts = new("--hosts") { Description = PlatformTexts.Get("cli.hosts"), DefaultValueFactory = _ => "" };
    private readonly Option<string> proxy = new("--proxy") { Description = PlatformTexts.Get("cli.proxy"), DefaultValueFactory = _ => "" };
    private readonly Option<string> log = new("--log") { Description = PlatformTexts.Get("cli.log"), DefaultValueFactory = _ => "text" };

    public void AddTo(Command command)
    {
        hosts.Validators.Add(result =>
        {
            // A name that fits everything would be no limit.
            if (Parts(result.GetValueOrDefault<string>()).FirstOrDefault(h => h == "*" || Uri.CheckHostName(h.Replace("*.", "", StringComparison.Ordinal)) == UriHostNameType.Unknown) is { } wrong)
                result.AddError(string.Format(null, PlatformTexts.Get("cli.hosts.wrong"), wrong));
        });
        proxy.Validators.Add(result =>
        {
            if (Parts(result.GetValueOrDefault<string>()).FirstOrDefault(p => Network(p) is null) is { } wrong)
                result.AddError(string.Format(null, PlatformTexts.Get("cli.proxy.wrong"), wrong));
        });
        log.AcceptOnlyFromAmong("text", Json);
        foreach (var option in new[] { hosts, proxy, log }) command.Add(option);
    }

    public WebHardeningOptions Read(ParseResult parsed, string urls) => new(urls)
    {
        Hosts = Parts(parsed.GetValue(hosts)),
        Proxies = [.. Parts(parsed.GetValue(proxy)).Select(p => Network(p)!.Value)],
        JsonLog = parsed.GetValue(log) == Json,
    };

    private static string[] Parts(string? text) => (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A network, or a single address as the smallest network there is.</summary>
    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
