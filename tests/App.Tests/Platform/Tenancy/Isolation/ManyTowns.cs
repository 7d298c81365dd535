using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResilienceMonitor.Lab;
using ResilienceMonitor.Overview;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Web;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>A server with accounts, people with a session and programs with a token in each of many towns, who all ask at the same time.</summary>
internal sealed class ManyTowns : IAsyncDisposable
{
    private const int AtOnce = 64;
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-many-").FullName;
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly WebApplication server;
    private readonly IReadOnlyList<PlantedTown> towns;
    private readonly List<string> cookies = [];

    private ManyTowns(DatabaseChoice choice, IReadOnlyList<PlantedTown> towns)
    {
        this.towns = towns;
        server = WebServer.Build(new DataDirectory(directory), choice, new WebHardeningOptions("http://127.0.0.1:0") { Proxies = [IPNetwork.Parse("127.0.0.1/32")] }, ServerMode.Accounts);
    }

    public static async Task<ManyTowns> Start(DatabaseChoice choice, IReadOnlyList<PlantedTown> towns, DatabaseChoice sound)
    {
        var many = new ManyTowns(choice, towns);
        await many.server.StartAsync(TestContext.Current.CancellationToken);
        await many.server.Services.GetServices<IHostedService>().OfType<JobService>().Single().StopAsync(TestContext.Current.CancellationToken);
        many.client.BaseAddress = new Uri(many.server.Urls.First());

        // The sessions are begun on a sound server: what is tried is what comes after.
        await using var other = WebServer.Build(new DataDirectory(many.directory), sound, new WebHardeningOptions("http://127.0.0.1:0"), ServerMode.Accounts);
        foreach (var town in towns)
        {
            var secret = await other.Services.GetRequiredService<Sessions>().Begin(town.Members.Live, "password", null, TestContext.Current.CancellationToken);
            many.cookies.Add($"resmon={other.Services.GetRequiredService<SessionCookie>().ValueOf(secret)}");
        }

        return many;
    }

    /// <summary>Sends requests of people and programs of all towns, 64 at a time, in an order that follows from the seed.</summary>
    /// <returns>What was wrong with the answers.</returns>
    public async Task<IReadOnlyCollection<string>> Ask(int requests, ulong seed)
    {
        var dice = new Dice(seed, requests);
        var orders = Enumerable.Range(0, requests).Select(i => (Number: i, Town: dice.Pick(towns), Kind: dice.Number(Kinds.Count), Other: dice.Pick(towns))).ToList();
        var queue = new ConcurrentQueue<(int Number, PlantedTown Town, int Kind, PlantedTown Other)>(orders);
        var wrong = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (queue.TryDequeue(out var order))
                if (await Send(order.Number, order.Town, order.Other, Kinds[order.Kind]) is { } problem) wrong.Add(problem);
        }));
        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static IReadOnlyList<Kind> Kinds { get; } =
    [
        new("GET", (t, _) => $"/services?body={t.Keys.Live}", 200),
        new("GET", (_, _) => "/people", 200),
        new("GET", (_, _) => "/consents", 200),
        new("GET", (t, o) => $"/trail?body={o.Keys.Live}", 200),
        new("GET", (t, _) => $"/api/v1/bodies/{t.Keys.Live}/services/{t.Items.Live}", 200),
        new("GET", (t, _) => $"/api/v1/bodies/{t.Keys.Live}/history", 200),
        new("GET", (_, _) => "/api/v1/bodies", 200),
        new("GET", (_, o) => $"/api/v1/bodies/{o.Keys.Live}/segments", 404),
        new("PUT", (t, _) => $"/api/v1/bodies/{t.Keys.Live}/segments/new-{Guid.CreateVersion7():N}", 201) { Content = t => $$"""{"name":"{{t.Mark}}","origin":{"kind":"person","date":"2026-11-21"} }""" },
    ];

    private async Task<string?> Send(int number, PlantedTown town, PlantedTown other, Kind kind)
    {
        if (kind.Expected == 404 && other == town) return null;
        var address = kind.Address(town, other);
        using var request = new HttpRequestMessage(new HttpMethod(kind.Verb), new Uri(address, UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.0.{number / 250}.{number % 250}"));
        if (address.StartsWith("/api/", StringComparison.Ordinal)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{AuthenticateToken.Prefix}{town.Token.Write('_')}");
        else request.Headers.Add("Cookie", cookies[town.Number]);
        if (kind.Content is { } content)
        {
            request.Headers.Add("If-None-Match", "*");
            request.Content = new StringContent(content(town), Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = $"{response.Headers}{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        if ((int)response.StatusCode != kind.Expected) return $"{kind.Verb} {address}: {(int)response.StatusCode}";
        if (Marks.Foreign(text, town.Number) is { Count: > 0 } marks) return $"{kind.Verb} {address} of town {town.Number} shows {string.Join(", ", marks)}";
        return kind.Expected == 404 || text.Contains(town.Mark, StringComparison.Ordinal) ? null : $"{kind.Verb} {address} does not show what is one's own";
    }

    private sealed record Kind(string Verb, Func<PlantedTown, PlantedTown, string> Address, int Expected)
    {
        public Func<PlantedTown, string>? Content { get; init; }
    }
}
