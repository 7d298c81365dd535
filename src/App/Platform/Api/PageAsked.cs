using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ResilienceMonitor.Platform.Api;

/// <summary>Which part of a list a program wants. A part begins after an item and not at a number, so that new items shift nothing.</summary>
/// <param name="After">Where the part before ended; null: from the beginning.</param>
/// <param name="Limit">At most so many.</param>
public sealed record PageAsked(string? After, int Limit)
{
    public const int Usual = 50;

    public static Result<PageAsked> Read(HttpContext http)
    {
        var (after, limit) = (http.Request.Query["after"], http.Request.Query["limit"]);
        var number = Usual;
        var wrong = after.Count > 1 || limit.Count > 1 || after.ToString().Length > Limits.KeyLength
            || (limit.Count == 1 && !int.TryParse(limit.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out number)) || number is < 1 or > Limits.ApiPage;
        return wrong ? Refusal.Of<ApiTexts>("page.wrong", Limits.ApiPage) : new PageAsked(after.Count == 0 ? null : after.ToString(), number);
    }

    /// <summary>The answer from one item more than was asked for, with the way to the next part.</summary>
    public IResult Answer<T>(HttpContext http, IReadOnlyList<T> oneMore, Func<T, string> nameOf)
    {
        var items = oneMore.Take(Limit).ToList();
        var next = oneMore.Count > Limit ? QueryHelpers.AddQueryString(http.Request.Path.ToUriComponent(), new Dictionary<string, string?>
        {
            ["after"] = nameOf(items[^1]),
            ["limit"] = Limit.ToString(CultureInfo.InvariantCulture),
        }) : null;
        if (next is not null) http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return ApiJson.Ok(new PageAnswer<T>(items, next));
    }
}

/// <summary>One part of a list.</summary>
/// <param name="Items">In a fixed order.</param>
/// <param name="Next">Address of the next part; missing: this is the last.</param>
public sealed record PageAnswer<T>(IReadOnlyList<T> Items, string? Next = null);
