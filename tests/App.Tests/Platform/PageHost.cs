using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>The pages over real HTTP on a port of their own, on the database of a <see cref="TestApp"/>, and a browser without script.</summary>
public sealed class PageHost : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-pages-").FullName;
    private readonly WebApplication server;
    private readonly HttpClient browser;

    private PageHost(TestApp app, string language, Actor? actor, ServerMode mode)
    {
        server = WebServer.Build(new DataDirectory(directory), app.Choice, new WebHardeningOptions("http://127.0.0.1:0"), mode);
        if (actor is not null) server.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<CurrentActor>().Set(actor);
            return next(http);
        });
        browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public IServiceProvider Services => server.Services;

    /// <param name="app">Whose database.</param>
    /// <param name="language">Language of the browser.</param>
    /// <param name="actor">Who asks; null: whoever the server takes the browser for.</param>
    /// <param name="mode">Whether people have to sign in.</param>
    public static async Task<PageHost> Start(TestApp app, string language = "de", Actor? actor = null, ServerMode mode = ServerMode.Demonstration)
    {
        var host = new PageHost(app, language, actor, mode);
        await host.server.StartAsync(TestContext.Current.CancellationToken);
        host.browser.BaseAddress = new Uri(host.server.Urls.First());
        return host;
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => browser.SendAsync(request, TestContext.Current.CancellationToken);

    public Task<IHtmlDocument> Get(string address) => Read(browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    public async Task<HttpStatusCode> StatusOf(string address)
    {
        using var response = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Posts a form of a page as it stands there, with some fields typed over, and follows the redirect.</summary>
    /// <param name="page">The page.</param>
    /// <param name="form">Selector of the form.</param>
    /// <param name="typed">Fields by name; null takes the field out (an unticked box).</param>
    public Task<IHtmlDocument> Submit(IHtmlDocument page, string form, params (string Name, string? Value)[] typed)
    {
        var element = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No form {form} on {page.Title}.");
        var fields = element.QuerySelectorAll("input, select, textarea").SelectMany(ValuesOf).Where(f => !typed.Any(t => t.Name == f.Key))
            .Concat(typed.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Name, t.Value!)));
        var content = new FormUrlEncodedContent([.. fields]);
        return Read(browser.PostAsync(new Uri(new Uri(page.Url), element.GetAttribute("action") ?? page.Url), content, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IElement field) => field switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("checkbox" or "radio" or "submit") || input.IsChecked => [new(name, input.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [new(name, select.Value ?? "")],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [new(name, area.Value)],
        _ => [],
    };

    private static async Task<IHtmlDocument> Read(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.RequestUri} answered {response.StatusCode}: {html}");
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(r => r.Content(html).Address(response.RequestMessage!.RequestUri!), TestContext.Current.CancellationToken);
    }
}
