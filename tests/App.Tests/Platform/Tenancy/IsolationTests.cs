using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>
/// Every endpoint of the routing table, asked by every role of one town with its own ids, those of the other town, mixed ones and ones that do not
/// exist: the mark of the other town is in no answer, and what is foreign answers like what is missing.
/// </summary>
public sealed partial class IsolationTests
{
    private const string Missing = "no-such-key-0000";
    private static readonly Guid MissingId = Guid.Parse("0199c000-0000-7000-8000-00000000dead");

    public static IEnumerable<TheoryDataRow<string>> Askers => Enum.GetNames<Role>().Append("Everything").Append("Nobody").Select(n => new TheoryDataRow<string>(n));

    [Theory, MemberData(nameof(Askers))]
    public Task No_answer_holds_anything_of_others_on_sqlite(string asker) => Matrix(asker, TestApp.PreparedOnSqlite()!);

    [Theory, MemberData(nameof(Askers))]
    public async Task No_answer_holds_anything_of_others_on_postgresql(string asker)
    {
        var app = await TestApp.PreparedOnPostgres();
        Assert.SkipWhen(app is null, "PostgreSQL is not installed.");
        await Matrix(asker, Task.FromResult(app));
    }

    [Fact]
    public async Task The_mark_is_found_by_who_may_see_it()
    {
        await using var app = await TestApp.PreparedOnSqlite();
        var towns = await Fill(app);
        await using var host = await PageHost.Start(app, actor: towns.OfB);
        Assert.Contains(TwoTowns.SecretOfB, (await host.Get("/services")).Source.Text, StringComparison.Ordinal);
    }

    private static async Task Matrix(string asker, Task<TestApp> making)
    {
        await using var app = await making;
        var towns = await Fill(app);
        var actor = asker switch
        {
            "Everything" => towns.OfA,
            "Nobody" => Actor.Nobody,
            _ => TwoTowns.Person(towns.A, Enum.Parse<Role>(asker)),
        };
        await using var host = await PageHost.Start(app, actor: actor with { SignedInAt = app.Clock.GetCurrentInstant() });
        var before = await Digest(app, towns.B);
        var asked = 0;
        foreach (var pattern in Patterns(host.Services)) asked += await Ask(host, pattern, towns);
        Assert.True(asked > 100, $"Only {asked} addresses were asked.");
        Assert.Equal(before, await Digest(app, towns.B));
    }

    /// <summary>Asks one endpoint in every combination; returns how many addresses that were.</summary>
    private static async Task<int> Ask(PageHost host, string pattern, TwoTowns towns)
    {
        var answers = new Dictionary<(string Id, string Body), string>();
        var posts = new List<(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)>();
        foreach (var (idCase, path) in Paths(pattern, towns))
            foreach (var (bodyCase, body) in new[] { ("own", TwoTowns.KeyOfA), ("foreign", TwoTowns.KeyOfB), ("missing", "ags:99999999"), ("none", "") })
            {
                var address = body.Length > 0 ? $"{path}?body={Uri.EscapeDataString(body)}" : path;
                answers[(idCase, bodyCase)] = await Answer(host, HttpMethod.Get, address, null);
                foreach (var fields in Forms(answers[(idCase, "own")])) posts.Add((address, fields));
            }

        foreach (var bodyCase in (string[])["own", "none"]) Alike(pattern, answers[("missing", bodyCase)], answers[("foreign", bodyCase)]);
        Alike(pattern, answers[("own", "missing")], answers[("own", "foreign")]);

        // Only now: what is posted may change what the next look shows.
        foreach (var (address, fields) in posts) await Answer(host, HttpMethod.Post, address, Mixed(fields));
        return answers.Count + posts.Count;
    }

    private static void Alike(string pattern, string missing, string foreign)
    {
        var (expected, actual) = (Plain(missing), Plain(foreign));
        var at = expected.Zip(actual).TakeWhile(c => c.First == c.Second).Count();
        Assert.True(expected == actual, $"{pattern}: missing and foreign differ: …{Around(expected, at)}… | …{Around(actual, at)}…");
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];

    private static async Task<string> Answer(PageHost host, HttpMethod method, string address, IReadOnlyList<KeyValuePair<string, string>>? form)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");
        if (form is not null) request.Content = new FormUrlEncodedContent(form);
        using var response = await host.Send(request);
        var text = $"{(int)response.StatusCode}\n{response.Headers}\n{response.Content.Headers}\n{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        Assert.True(response.StatusCode != HttpStatusCode.InternalServerError, $"{method} {address} failed.");
        Assert.False(text.Contains(TwoTowns.SecretOfB, StringComparison.Ordinal), $"{method} {address} shows something of the other town.");
        return text;
    }

    private static IReadOnlyList<string> Patterns(IServiceProvider services) => [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(p => !p.Contains("{**", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // An endpoint with a parameter that has no entry here fails: what its own, foreign and missing values are must be known.
    private static IEnumerable<(string Case, string Path)> Paths(string pattern, TwoTowns towns)
    {
        foreach (var idCase in (string[])["own", "foreign", "missing"])
            yield return (idCase, Parameter().Replace(pattern, match => Uri.EscapeDataString(Value(pattern, match.Groups[1].Value, idCase, towns))));
    }

    private static string Value(string pattern, string name, string idCase, TwoTowns towns) => (pattern.Split('/')[1], name.ToLowerInvariant()) switch
    {
        ("bodies", "key") or ("api", "body") => idCase switch { "own" => TwoTowns.KeyOfA, "foreign" => TwoTowns.KeyOfB, _ => "ags:99999999" },
        ("services" or "resources" or "simulation", "key") or ("api", "key") => idCase switch { "own" => "own", "foreign" => "only-b", _ => Missing },
        ("api", "section") => "services",
        ("progress", "key") => idCase switch { "own" => $"rank-{TwoTowns.KeyOfA}", "foreign" => $"rank-{TwoTowns.KeyOfB}", _ => "rank-ags:99999999" },
        ("consents" or "people" or "api", "id" or "user" or "change" or "job" or "token" or "consent" or "member") => (idCase switch { "own" => towns.A.Value, "foreign" => towns.B.Value, _ => MissingId }).ToString(),
        ("join" or "answer", "link") => idCase switch { "own" => $"{towns.A.Value:N}.{MissingId:N}.x", "foreign" => $"{towns.B.Value:N}.{MissingId:N}.x", _ => $"{MissingId:N}.{MissingId:N}.x" },
        ("welcome", "secret") => idCase,
        ("sign-in", "provider" or "key") => idCase,
        _ => throw new InvalidOperationException($"{pattern}: say in {nameof(IsolationTests)} what own, foreign and missing values of {{{name}}} are."),
    };

    private static IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> Forms(string answer) => new HtmlParser().ParseDocument(answer).QuerySelectorAll("main form[method=post]")
        .Select(f => (IReadOnlyList<KeyValuePair<string, string>>)[.. f.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "radio" or "file") || i.IsChecked).Select(i => KeyValuePair.Create(i.Name!, i.Value))]);

    // Hidden references to own rows become references to rows of the other town.
    private static KeyValuePair<string, string>[] Mixed(IReadOnlyList<KeyValuePair<string, string>> fields) =>
        [.. fields.Select(f => KeyValuePair.Create(f.Key, f.Value.Replace(TwoTowns.KeyOfA, TwoTowns.KeyOfB, StringComparison.Ordinal)))];

    /// <summary>An answer without what differs from call to call and without the id that was asked for.</summary>
    private static string Plain(string answer) => Ids().Replace(Changing().Replace(answer, "~"), "ID");

    private static async Task<TwoTowns> Fill(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await app.Use<AppDb, int>(async (db, ct) =>
        {
            foreach (var body in await db.Bodies.ToListAsync(ct))
            {
                body.Content = body.Content with { OwnModel = true };
                var mark = body.BodyId == towns.B ? TwoTowns.SecretOfB : "Ahausen";
                if (body.BodyId == towns.B) db.Services.Add(new Service { BodyId = body.BodyId, Key = "only-b", Content = new() { Origin = body.Content.Origin, Responsibility = Responsibility.Own, Name = mark } });
                db.Resources.Add(new Resource { BodyId = body.BodyId, Key = body.BodyId == towns.B ? "only-b" : "own", Content = new() { Origin = body.Content.Origin, Name = mark, Kind = ResourceKind.Application, Host = ResourceHost.Own } });
            }

            return await db.SaveChangesAsync(ct);
        });
        return towns;
    }

    private static Task<string> Digest(TestApp app, BodyId body) => app.Use<AppDb, string>(async (db, ct) =>
    {
        var services = await db.Services.IgnoreQueryFilters(["removed"]).AsNoTracking().Where(s => s.BodyId == body).OrderBy(s => s.Key).ToListAsync(ct);
        var bodies = await db.Bodies.IgnoreQueryFilters(["removed"]).AsNoTracking().Where(b => b.BodyId == body).ToListAsync(ct);
        var events = await db.Set<Event>().Where(e => e.BodyId == body).CountAsync(ct);
        return $"{events} {CanonicalJson.Write(services.Select(s => (s.RowVersion, s.Content)).ToString())} {string.Join(';', services.Concat<ModelItem>(bodies).Select(s => $"{s.Key}:{s.RowVersion}:{s.RemovedAt}"))}";
    });

    [GeneratedRegex(@"\{(\w+)(?::[^}]*)?\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""(name="__RequestVerificationToken" value="[^"]*")|(nonce="[^"]*")|('nonce-[^']*')|(0HN[0-9A-Z:]+)|(data-progress-text[^<]*<)|(<progress[^>]*>[^<]*<)|(Date: [^\n]*)|(Set-Cookie: [^\n]*)|(Content-Length: [^\n]*)|(traceId"?:"?[0-9a-f-]+)""")]
    private static partial Regex Changing();

    [GeneratedRegex("ags(:|%3A)[0-9]{8}|only-b|no-such-key-0000|[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}|(?<=[=/])(foreign|missing)")]
    private static partial Regex Ids();
}
