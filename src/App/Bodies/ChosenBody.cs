using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>
/// The body a person looks at: the one named in the address (<c>?body=KEY</c>), else the one looked at last, else the own one, else one that people here have described themselves, else the largest town of the largest provider.
/// Without any body there is nothing to look at, and pages offer the first step.
/// </summary>
public sealed class ChosenBody(BodyDirectory bodies, IHttpContextAccessor http, Actor actor)
{
    internal const string Cookie = "resmon.body";

    public async Task<Body?> Find(string? asked, CancellationToken ct)
    {
        actor.Must(BodiesFeature.View);
        var context = http.HttpContext;
        if (!string.IsNullOrEmpty(asked) && await bodies.Find(asked, ct) is { Refusal: null } named)
        {
            Remember(context, asked);
            return named.Value;
        }

        if (context?.Request.Cookies[Cookie] is { Length: > 0 } last && await bodies.Find(last, ct) is { Refusal: null } remembered) return remembered.Value;
        var everything = await bodies.All(ct);
        if (everything.FirstOrDefault(b => b.BodyId == actor.Scope.Acting) is { } own) return own;
        var all = everything.Where(b => b.Content.Kind is BodyKind.Municipality or BodyKind.District).ToList();
        var customers = all.SelectMany(b => b.Content.Providers.Take(1)).CountBy(p => p).ToDictionary(StringComparer.Ordinal);
        return all
            .OrderByDescending(b => b.Content is { Demonstration: false, Origin.Kind: Platform.Data.OriginKind.Person })
            .ThenByDescending(b => b.Content.Providers is [var main, ..] ? customers[main] : 0)
            .ThenBy(b => b.Content.Kind).ThenByDescending(b => b.Content.Population ?? 0).FirstOrDefault();
    }

    private static void Remember(HttpContext? context, string key)
    {
        if (context is { Response.HasStarted: false })
            context.Response.Cookies.Append(Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
    }
}
