using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Platform.Web;

/// <summary>For monitors and load balancers. A word each and no details, because anybody may ask.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", ["GET", "HEAD"], () => "live").AllowAnonymous();
        routes.MapMethods("/health/ready", ["GET", "HEAD"], Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(AppDb db, HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            // A question to a table and not CanConnect: that opens SQLite for reading only, which fails while no other connection holds its log.
            if (await db.Installations.AnyAsync(patience.Token)) return TypedResults.Text("ready");
        }
        catch (Exception away) when (away is DbException or OperationCanceledException)
        {
            // Away, or too slow, which is as good as away.
        }

        return TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
