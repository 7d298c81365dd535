using System.Text.Json.Nodes;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Api;

/// <summary>Programs read and change bodies item by item, and no change of anybody gets lost.</summary>
public sealed class ItemApiTests
{
    private const string Root = "/api/v1/bodies/ags%3A11111111";
    private static readonly (string, string) New = ("If-None-Match", "*");

    private static string Measure(string name) =>
        $$$"""{"name":"{{{name}}}","effects":[{"parameter":"backupUsable","operation":"set","value":0.9}],"origin":{"kind":"person","date":"2026-11-21"}}""";

    [Theory, EveryDatabase]
    public async Task A_lost_update_is_refused(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        var list = (await host.Send(token, "GET", $"{Root}/services?limit=1")).Json["items"]!.AsArray();
        var address = $"{Root}/services/{(string)list[0]!["key"]!}";
        var read = await host.Send(token, "GET", address);
        Assert.Equal(200, read.Status);
        Assert.Equal(304, (await host.Send(token, "GET", address, null, ("If-None-Match", read.ETag))).Status);

        var mine = With(read.Json, "mine");
        Assert.Equal((428, "header.missing"), Code(await host.Send(token, "PUT", address, mine)));
        var saved = await host.Send(token, "PUT", address, mine, ("If-Match", read.ETag));
        Assert.Equal(200, saved.Status);
        Assert.NotEqual(read.ETag, saved.ETag);
        Assert.Equal((412, "item.changed-meanwhile"), Code(await host.Send(token, "PUT", address, With(read.Json, "theirs"), ("If-Match", read.ETag))));
        Assert.Equal((412, "item.changed-meanwhile"), Code(await host.Send(token, "DELETE", address, null, ("If-Match", read.ETag))));
        Assert.Equal((412, "item.exists"), Code(await host.Send(token, "PUT", address, mine, New)));
        Assert.Equal("mine", (string)(await host.Send(token, "GET", address)).Json["name"]!);

        // The first change made the derived model the body's own.
        Assert.True((bool)(await host.Send(token, "GET", Root)).Json["ownModel"]!);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_changes_at_the_same_moment_one_is_kept(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        var made = await host.Send(token, "PUT", $"{Root}/measures/tape", Measure("0"), New);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => host.Send(token, "PUT", $"{Root}/measures/tape", Measure($"{i}"), ("If-Match", made.ETag))));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Equal((412, "item.changed-meanwhile"), Code(a)));
    }

    [Theory, EveryDatabase]
    public async Task Items_are_made_changed_removed_and_taken_back(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        var address = $"{Root}/measures/tape";
        var made = await host.Send(token, "PUT", address, Measure("Band"), New);
        Assert.Equal((201, "\"1\""), (made.Status, made.ETag));
        var changed = await host.Send(token, "PUT", address, Measure("Bänder"), ("If-Match", made.ETag));
        Assert.Equal((200, "\"2\""), (changed.Status, changed.ETag));
        Assert.Equal(204, (await host.Send(token, "DELETE", address, null, ("If-Match", changed.ETag))).Status);
        Assert.Equal((404, "not-found"), Code(await host.Send(token, "GET", address)));
        var newest = (await host.Send(token, "GET", $"{Root}/history?limit=1")).Json;
        Assert.Equal(("measures.removed", "token"), ((string)newest["items"]![0]!["kind"]!, (string)newest["items"]![0]!["actor"]!));
        Assert.Equal(200, (await host.Send(token, "POST", $"{Root}/undo/{(string)newest["items"]![0]!["change"]!}")).Status);
        Assert.Equal("Bänder", (string)(await host.Send(token, "GET", address)).Json["name"]!);
        Assert.Equal(200, (await host.Send(token, "GET", $"{Root}/trail?limit=3")).Status);
    }

    [Theory, EveryDatabase]
    public async Task A_list_read_in_parts_is_whole_although_items_come_in(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        for (var i = 1; i <= 5; i++) await host.Send(token, "PUT", $"{Root}/measures/m{i}", Measure("x"), New);
        var seen = new List<string>();
        string? next = $"{Root}/measures?limit=2";
        while (next is not null)
        {
            var page = (await host.Send(token, "GET", next)).Json;
            seen.AddRange(page["items"]!.AsArray().Select(i => (string)i!["key"]!));
            await host.Send(token, "PUT", $"{Root}/measures/a{seen.Count}", Measure("x"), New);
            next = (string?)page["next"];
        }

        Assert.Equal(["m1", "m2", "m3", "m4", "m5"], seen);
        var changes = new List<string>();
        for (next = $"{Root}/history?limit=3"; next is not null;)
        {
            var page = (await host.Send(token, "GET", next)).Json;
            changes.AddRange(page["items"]!.AsArray().Select(i => (string)i!["item"]!));
            await host.Send(token, "PUT", $"{Root}/measures/b{changes.Count}", Measure("x"), New);
            next = (string?)page["next"];
        }

        Assert.Equal(changes.Distinct().Count(), changes.Count(c => c != TwoTowns.KeyOfA) + 1);
        Assert.Superset(seen.ToHashSet(), changes.ToHashSet());
        foreach (var wrong in new[] { "limit=0", "limit=201", "limit=x", "limit=1&limit=2" })
            Assert.Equal((400, "page.wrong"), Code(await host.Send(token, "GET", $"{Root}/measures?{wrong}")));
        Assert.Equal((400, "page.wrong"), Code(await host.Send(token, "GET", $"{Root}/history?after=x")));
    }

    [Theory, EveryDatabase]
    public async Task All_errors_are_named_at_once(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        var wrong = """{"names":"x","effects":[{"parameter":"backupUseable","operation":"set","value":"1"},null],"oneOffEuro":null,"origin":{"kind":"person","date":"21.11.2026"}}""";
        var answer = await host.Send(token, "PUT", $"{Root}/measures/tape", wrong, New, ("Accept-Language", "en"));
        Assert.Equal((422, "content.errors"), Code(answer));
        Assert.Equal("Some values are not right. They are listed under errors.", (string)answer.Json["detail"]!);
        Assert.Equal(["/effects/0/parameter", "/effects/0/value", "/effects/1", "/names", "/oneOffEuro", "/origin/date"], answer.Json["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).Order(StringComparer.Ordinal));
        Assert.Contains("nicht", (string)(await host.Send(token, "PUT", $"{Root}/measures/tape", wrong, New, ("Accept-Language", "de"))).Json["detail"]!, StringComparison.Ordinal);

        var torn = await host.Send(token, "PUT", $"{Root}/measures/tape", "{\n  \"name\": ,", New, ("Accept-Language", "en"));
        Assert.Equal((400, "json.malformed"), Code(torn));
        Assert.Contains("line 2", (string)torn.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal((415, "wrong-media-type"), Code(await host.Send(token, "PUT", $"{Root}/measures/tape", null, New)));
        Assert.Equal((413, "too-large"), Code(await host.Send(token, "PUT", $"{Root}/measures/tape", new string(' ', 3_000_000), New)));
        Assert.Equal((422, "error.key"), Code(await host.Send(token, "PUT", $"{Root}/measures/{new string('k', 121)}", Measure("x"), New)));
        Assert.Equal((422, "content.errors"), Code(await host.Send(token, "PUT", $"{Root}/measures/tape", "[]", New)));
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_breaks_the_model_leaves_nothing_behind(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        await using var host = await ApiHost.Start(app);
        var token = await host.Token(towns.A, [Role.ContinuityOfficer]);
        var service = (await host.Send(token, "GET", $"{Root}/services?limit=200")).Json["items"]!.AsArray().First(i => i!["content"]!["needs"]?.AsArray().Count > 0)!;
        var broken = service["content"]!.DeepClone();
        broken["needs"]![0]!["members"]![0]!["resource"] = "nothing-of-the-kind";
        var answer = await host.Send(token, "PUT", $"{Root}/services/{(string)service["key"]!}", broken.ToJsonString(), ("If-Match", $"\"{(string)service["version"]!}\""));
        Assert.Equal((422, "model.unknown-reference"), Code(answer));
        Assert.False((bool)(await host.Send(token, "GET", Root)).Json["ownModel"]!);
    }

    private static (int, string?) Code(ApiAnswer answer) => (answer.Status, answer.Code);

    private static string With(JsonNode content, string name)
    {
        var changed = content.DeepClone();
        changed["name"] = name;
        return changed.ToJsonString();
    }
}
