using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace ResilienceMonitor.Lab.Servers;

/// <summary>Somebody with a browser without scripts: keeps cookies and sends forms with what the page put into them.</summary>
public sealed partial class Visitor : IDisposable
{
    // Cookies belong to a host without its port, so one jar serves every node on this machine as a proxy in front of them would.
    private readonly HttpClient client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false });

    public Visitor()
    {
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public async Task<string> Get(Uri address, CancellationToken ct)
    {
        using var answer = await client.GetAsync(address, ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
    }

    /// <summary>Asks for a page, measured from sending to the last byte. A page that sends elsewhere is shown as the address it sends to.</summary>
    public async Task<(HttpStatusCode Status, Uri Address, int Bytes, TimeSpan Took)> Time(Uri address, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(address, ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        return (answer.StatusCode, answer.RequestMessage!.RequestUri!, bytes.Length, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Fills in the form of the page's main part that has the given fields, and sends it; returns the page it leads to.</summary>
    public async Task<string> Submit(Uri address, CancellationToken ct, params IReadOnlyList<(string Name, string Value)> fields)
    {
        var page = await Get(address, ct);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        var form = Form().Matches(main).FirstOrDefault(f => fields.All(n => f.Value.Contains($"name=\"{n.Name}\"", StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"{address} has no such form.");
        var action = Attribute(form.Groups["head"].Value, "action") ?? "";
        var sent = Input().Matches(form.Groups["inside"].Value).Where(i => Attribute(i.Value, "type") == "hidden")
            .Select(i => KeyValuePair.Create(Attribute(i.Value, "name") ?? "", Attribute(i.Value, "value") ?? ""))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var content = new FormUrlEncodedContent(sent);
        using var answer = await client.PostAsync(new Uri(address, action.Length == 0 ? address.PathAndQuery : action), content, ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct);
    }

    public void Dispose() => client.Dispose();

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("""<form\b(?<head>[^>]*)method="post"(?<head>[^>]*)>(?<inside>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
