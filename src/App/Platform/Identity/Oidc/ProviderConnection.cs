using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>The only place that calls an identity provider. Follows no redirects, keeps no cookies, reads no more than a known size, and does not wait long.</summary>
public sealed class ProviderConnection : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = OidcLimits.Answer,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = OidcLimits.Answer, MaxResponseContentBufferSize = OidcLimits.AnswerBytes };

    public Task<Result<JsonElement>> Get(Uri address, CancellationToken ct) => Send(new HttpRequestMessage(HttpMethod.Get, address), ct);

    /// <param name="address">Where to.</param>
    /// <param name="form">Fields.</param>
    /// <param name="user">Name and secret for the header; null: without.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<JsonElement>> Post(Uri address, Dictionary<string, string> form, (string Name, string Secret)? user, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        if (user is { } u)
        {
            // Both are encoded like fields of a form before they are joined (RFC 6749, 2.3.1).
            var joined = $"{WebUtility.UrlEncode(u.Name)}:{WebUtility.UrlEncode(u.Secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(joined)));
        }

        return Send(request, ct);
    }

    public void Dispose() => client.Dispose();

    private async Task<Result<JsonElement>> Send(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
            try
            {
                request.Headers.Accept.ParseAdd("application/json");
                using var response = await client.SendAsync(request, ct);
                if (request.Method == HttpMethod.Post && (int)response.StatusCode is >= 400 and < 500) return Refusal.Of<OidcTexts>("oidc.refused");
                if (response.StatusCode != HttpStatusCode.OK) return Unreachable;
                using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
                return json.RootElement.Clone();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
            {
                return Unreachable;
            }
    }

    internal static Refusal Unreachable => Refusal.Of<OidcTexts>("oidc.unreachable");
}
