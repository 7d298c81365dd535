using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ResilienceMonitor.Platform.Ui.Layout;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Ui.Layout;

public sealed class LayoutTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("de", "Diese Seite gibt es nicht", "Zum Inhalt springen")]
    [InlineData("en", "This page does not exist", "Skip to content")]
    [InlineData("en-US,en;q=0.9,de;q=0.5", "This page does not exist", "Skip to content")]
    [InlineData("fr-FR,fr;q=0.9,de;q=0.8,en;q=0.7", "Diese Seite gibt es nicht", "Zum Inhalt springen")]
    [InlineData("fr", "Diese Seite gibt es nicht", "Zum Inhalt springen")]
    public async Task A_wrong_address_gets_a_page_in_plain_words(string language, string title, string skip)
    {
        using var client = server.Browser(language);
        var answer = await client.GetAsync(new Uri("/gibt-es-nicht", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await Parse(answer);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Equal(skip, page.QuerySelector("a[href='#main']")!.TextContent);
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.Equal(language.StartsWith("en", StringComparison.Ordinal) ? "en" : "de", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_failure_is_told_in_plain_words_without_its_insides()
    {
        using var client = server.Browser("de");
        var answer = await client.GetAsync(new Uri("/fails", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await Parse(answer);
        Assert.Equal("Diese Seite lässt sich gerade nicht anzeigen", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("secret", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_bare_status()
    {
        using var client = server.Browser("de");
        client.DefaultRequestHeaders.Accept.Clear();
        var answer = await client.GetAsync(new Uri("/gibt-es-nicht", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_loads_only_files_of_ours_small_enough_and_for_good()
    {
        using var client = server.Browser("de");
        var page = await Parse(await client.GetAsync(new Uri("/gibt-es-nicht", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        var files = page.QuerySelectorAll("link[rel=stylesheet], script, link[rel=icon]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        var total = page.Source.Text.Length;
        foreach (var file in files)
        {
            Assert.StartsWith("/", file, StringComparison.Ordinal);
            var answer = await client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            total += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.InRange(total, 50_000, 250_000);
        foreach (var font in page.QuerySelectorAll("link[rel=preload]"))
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(font.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Licences_can_be_read()
    {
        using var client = server.Browser("de");
        foreach (var path in (string[])["/licences/EUPL-1.2.txt", "/licences/FiraSans-OFL-1.1.txt"])
        {
            var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        }
    }

    [Fact]
    public async Task The_language_is_kept_in_a_cookie_and_leads_back()
    {
        using var client = server.Browser("de");
        var answer = await Post(client, "/preferences/language", ("language", "en-GB"), ("returnUrl", "/gibt-es-nicht?body=x"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/gibt-es-nicht?body=x", answer.Headers.Location!.OriginalString);
        var page = await Parse(await client.GetAsync(new Uri("/gibt-es-nicht", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("system", null)]
    public async Task The_theme_works_without_script(string theme, string? attribute)
    {
        using var client = server.Browser("de");
        await Post(client, "/preferences/theme", ("theme", theme), ("returnUrl", "/"));
        var page = await Parse(await client.GetAsync(new Uri("/gibt-es-nicht", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(attribute, page.DocumentElement.GetAttribute("data-kern-theme"));
        Assert.Equal(theme, page.QuerySelector("button[name=theme][aria-pressed=true]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_site(string returnUrl)
    {
        using var client = server.Browser("de");
        var answer = await Post(client, "/preferences/theme", ("theme", "dark"), ("returnUrl", returnUrl));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_plain_words()
    {
        using var client = server.Browser("de");
        using var content = new FormUrlEncodedContent([new("theme", "dark"), new("returnUrl", "/")]);
        var answer = await client.PostAsync(new Uri("/preferences/theme", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Die Eingabe wurde nicht angenommen", (await Parse(answer)).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/services", false)]
    [InlineData("/services", "/services/a", true)]
    [InlineData("/services", "/services-list", false)]
    public void An_item_is_current_on_its_page_and_those_below(string href, string path, bool current) =>
        Assert.Equal(current, new NavItem(1, href, typeof(object), "x").IsCurrent(path));

    [Theory]
    [InlineData("http://localhost/services?body=stadt-x&sort=name", "/measures?body=stadt-x")]
    [InlineData("http://localhost/services?body=a%20b", "/measures?body=a%20b")]
    [InlineData("http://localhost/services", "/measures")]
    public void Navigation_carries_the_current_body_along(string current, string expected) =>
        Assert.Equal(expected, CurrentBody.Keep(current, "/measures"));

    private static async Task<HttpResponseMessage> Post(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await Parse(await client.GetAsync(new Uri("/gibt-es-nicht", UriKind.Relative), TestContext.Current.CancellationToken));
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
