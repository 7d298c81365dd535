namespace ResilienceMonitor.Platform.Web;

/// <summary>
/// Warnings and errors, to standard output only. What people type or send (addresses, forms, cookies, headers) is written by categories that
/// stay silent at this level; they are held there by name, so that a wish for more detail from the environment does not open them.
/// </summary>
internal static class ServerLog
{
    private static readonly string[] SeesRequests =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.StaticFiles", "Microsoft.EntityFrameworkCore", "Npgsql",
    ];

    public static void Apply(ILoggingBuilder logging, bool json)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        foreach (var category in SeesRequests) logging.AddFilter(category, LogLevel.Warning);

        if (json) logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else logging.AddSimpleConsole(o => o.SingleLine = true);
    }
}
