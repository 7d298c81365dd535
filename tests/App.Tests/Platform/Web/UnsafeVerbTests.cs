using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Web;

/// <summary>What may change something needs the token of one of our pages, wherever it is and whatever it says about itself.</summary>
public sealed partial class UnsafeVerbTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_endpoint_of_the_routing_table_takes_an_unsafe_verb_without_the_token()
    {
        await using var server = await HardenedServer.Start(map: Endpoints);
        using var client = server.Client();
        await TokenOf(client); // The cookie a victim's browser would send along.
        var tried = 0;
        foreach (var endpoint in server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var verbs = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["POST"];
            foreach (var verb in verbs.Where(v => !UnsafeVerbGuard.IsSafe(v)))
            {
                var address = Parameter().Replace(endpoint.RoutePattern.RawText!, m => m.Value switch { var v when v.Contains(":guid", StringComparison.Ordinal) => "0199c000-0000-7000-8000-000000000001", var v when v.Contains(":int", StringComparison.Ordinal) => "1", _ => "x" });
                foreach (var content in (HttpContent[])[new FormUrlEncodedContent([new("_handler", "x"), new("language", "en-GB"), new("returnUrl", "/")]), JsonContent.Create(new { a = 1 })])
                {
                    using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(address, UriKind.Relative)) { Content = content };
                    using var answer = await client.SendAsync(request, Ct);
                    Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{verb} {address} answered {answer.StatusCode} without the token.");
                    tried++;
                }
            }
        }

        Assert.True(tried > 20, $"Only {tried} requests were tried.");
    }

    [Fact]
    public async Task With_the_token_in_form_or_header_they_do()
    {
        await using var server = await HardenedServer.Start(map: Endpoints);
        using var client = server.Client();
        var token = await TokenOf(client);
        using var form = await client.PostAsync(new Uri("/preferences/theme", UriKind.Relative), new FormUrlEncodedContent([new("theme", "dark"), new("returnUrl", "/"), new("__RequestVerificationToken", token)]), Ct);
        Assert.Equal(HttpStatusCode.Redirect, form.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri("/api/test", UriKind.Relative)) { Content = JsonContent.Create(new { a = 1 }) };
        request.Headers.Add("RequestVerificationToken", token);
        using var json = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
    }

    [Fact]
    public async Task The_token_of_another_browser_does_not_count()
    {
        await using var server = await HardenedServer.Start();
        using var attacker = server.Client();
        var stolen = await TokenOf(attacker);
        using var victim = server.Client();
        await TokenOf(victim);
        using var answer = await victim.PostAsync(new Uri("/preferences/theme", UriKind.Relative), new FormUrlEncodedContent([new("theme", "dark"), new("returnUrl", "/"), new("__RequestVerificationToken", stolen)]), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 400)]
    public async Task Only_a_request_signed_in_by_its_header_alone_needs_none(bool byHeader, int expected)
    {
        await using var server = await HardenedServer.Start();
        var http = new DefaultHttpContext { RequestServices = server.Services };
        http.Request.Method = "DELETE";
        http.Request.Headers.Authorization = "Bearer claimed";
        http.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "test"));
        if (byHeader) http.Features.Set(new TokenRequest());
        await new UnsafeVerbGuard(_ => Task.CompletedTask, server.Services.GetRequiredService<IAntiforgery>()).Invoke(http);
        Assert.Equal(expected, http.Response.StatusCode);
    }

    // Among them one that asks to be let off.
    private static void Endpoints(WebApplication app)
    {
        app.MapMethods("/api/test", ["POST", "PUT", "PATCH", "DELETE"], () => "changed");
        app.MapPost("/test-free", () => "changed").DisableAntiforgery();
        app.Map("/test-any", () => "changed");
    }

    private static async Task<string> TokenOf(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/bodies", UriKind.Relative), Ct);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Ct), Ct);
        return page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
