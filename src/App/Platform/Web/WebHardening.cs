using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;

namespace ResilienceMonitor.Platform.Web;

/// <summary>Everything that stands between the network and the pages: limits, names, proxies, headers, logs, health.</summary>
public static class WebHardening
{
    private static readonly string[] ThisComputer = ["localhost", "127.0.0.1", "[::1]"];

    public static WebApplicationBuilder AddWebHardening(this WebApplicationBuilder builder, WebHardeningOptions options)
    {
        ServerLog.Apply(builder.Logging, options.JsonLog);
        builder.WebHost.ConfigureKestrel(WebLimits.Apply);
        builder.Services.Configure<FormOptions>(WebLimits.Apply);
        builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy { Timeout = WebLimits.Answer });
        builder.Services.Configure<HostFilteringOptions>(o =>
            (o.AllowedHosts, o.AllowEmptyHosts, o.IncludeFailureMessage) = ([.. ThisComputer.Concat(NamesIn(options.Urls)).Concat(options.Hosts).Distinct()], false, false));
        builder.Services.Configure<ForwardedHeadersOptions>(o => Believe(o, options.Proxies));
        if (TelemetryExport.IsWanted) builder.Services.AddHostedService<TelemetryExport>();
        return builder;
    }

    /// <summary>The outermost layer: call it before anything is mapped.</summary>
    public static void UseWebHardening(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestTimeouts();
        app.MapHealth();
        if (RuntimeVersion.Warning(Environment.Version) is { } warning) app.Logger.LogWarning("{Warning}", warning);
    }

    // The name people typed (Host) is never taken from a header that says what it was: the proxy passes it on as it is.
    private static void Believe(ForwardedHeadersOptions forwarded, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        forwarded.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) forwarded.KnownIPNetworks.Add(proxy);
    }

    // An address such as http://0.0.0.0 or http://* listens everywhere and names nobody.
    private static IEnumerable<string> NamesIn(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) ? uri.Host : "")
        .Where(h => h.Length > 0 && !(IPAddress.TryParse(h.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))));
}
