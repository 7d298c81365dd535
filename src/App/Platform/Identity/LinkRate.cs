using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>How often addresses with a secret in them may be called from one computer; more is guessing.</summary>
public static class LinkRate
{
    public const string Policy = "links";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Limits.LinksPerMinute, Window = TimeSpan.FromMinutes(1) }));
    }
}
