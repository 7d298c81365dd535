using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>A browser without script that goes from one server to the other; it follows redirects one by one, so that a test can step between.</summary>
internal sealed class Browser(Uri home) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? made;

    private HttpClient Client => made ??= new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false });

    public string CookieOf(string name) => cookies.GetCookies(home)[name]!.Value;

    public void Put(string name, string value) => cookies.Add(home, new Cookie(name, value));

    /// <summary>Goes to an address and on, until a page is there or the next address is one the test waits for.</summary>
    public async Task<(Uri At, IHtmlDocument? Page)> Go(string address, Func<Uri, bool>? stopBefore = null) =>
        await Follow(await Client.SendAsync(Get(new Uri(home, address)), TestContext.Current.CancellationToken), stopBefore);

    public async Task<(Uri At, IHtmlDocument? Page)> Submit(IHtmlDocument page, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").First(f => typed.All(t => f.QuerySelector($"[name='{t.Name}']") is not null));
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Name is { Length: > 0 } n && !typed.Any(t => t.Name == n)).Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        using var content = new FormUrlEncodedContent([.. fields]);
        return await Follow(await Client.PostAsync(new Uri(new Uri(page.Url), form.GetAttribute("action") ?? ""), content, TestContext.Current.CancellationToken), null);
    }

    public void Dispose() => made?.Dispose();

    private async Task<(Uri At, IHtmlDocument? Page)> Follow(HttpResponseMessage response, Func<Uri, bool>? stopBefore)
    {
        for (var step = 0; step < 20; step++)
        {
            var at = response.RequestMessage!.RequestUri!;
            if (response.Headers.Location is { } location)
            {
                response.Dispose();
                var next = new Uri(at, location);
                if (stopBefore?.Invoke(next) == true) return (next, null);
                response = await Client.SendAsync(Get(next), TestContext.Current.CancellationToken);
                continue;
            }

            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            response.Dispose();
            var context = BrowsingContext.New(Configuration.Default);
            return (at, (IHtmlDocument)await context.OpenAsync(r => r.Content(html).Address(at), TestContext.Current.CancellationToken));
        }

        throw new InvalidOperationException("Sent around in circles.");
    }

    private static HttpRequestMessage Get(Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd("de");
        return request;
    }
}
