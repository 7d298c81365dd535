using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ResilienceMonitor.Platform.Api;

/// <summary>How often one computer may ask: enough for a program that copies everything, too little to keep others out.</summary>
public static class ApiRate
{
    public const string Policy = "api";

    public static void Configure(RateLimiterOptions options) =>
        options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = Limits.ApiPerMinute, Window = TimeSpan.FromMinutes(1) }));
}
