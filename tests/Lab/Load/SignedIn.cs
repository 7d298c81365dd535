using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace ResilienceMonitor.Lab.Load;

/// <summary>A browser without script that signed in by the form, and asks for pages.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly HttpClient browser;

    private SignedIn(Uri server, Visitor visitor)
    {
        Visitor = visitor;
        browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = server };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public Visitor Visitor { get; }

    public static async Task<SignedIn> At(Uri server, Visitor visitor, CancellationToken ct)
    {
        var made = new SignedIn(server, visitor);
        var page = await made.browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative), ct);
        var form = Forms().Matches(page).Select(m => m.Value).Single(f => f.Contains("Input.Password", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(m => KeyValuePair.Create(WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("Input.Name", visitor.UserName), KeyValuePair.Create("Input.Password", Accounts.Password)]);
        using var answer = await made.browser.PostAsync(new Uri("/sign-in", UriKind.Relative), content, ct);
        return answer.StatusCode == HttpStatusCode.Redirect ? made : throw new InvalidOperationException($"{visitor.UserName} could not sign in: {(int)answer.StatusCode}");
    }

    /// <summary>From sending the request to the last byte of the answer.</summary>
    public async Task<Sample> Ask(string page, string address, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var expected = page == "/not-found" ? HttpStatusCode.NotFound : HttpStatusCode.OK;
        return new Sample(page, took, bytes.Length, answer.StatusCode == expected || answer.StatusCode == HttpStatusCode.OK ? null : $"{Visitor.UserName} {address}: {(int)answer.StatusCode} {answer.Headers.Location}");
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)""")]
    private static partial Regex Hidden();
}

/// <summary>One answer.</summary>
/// <param name="Page">Route of the page.</param>
/// <param name="Milliseconds">From sending to the last byte.</param>
/// <param name="Bytes">Length of the answer.</param>
/// <param name="Failure">Null: the page that was asked for came.</param>
internal sealed record Sample(string Page, double Milliseconds, int Bytes, string? Failure);
