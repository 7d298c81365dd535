using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Events;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies;

public sealed class BodyTests
{
    [Theory, EveryDatabase]
    public async Task A_key_is_never_used_twice(TestApp app)
    {
        await app.CreateTown("ags:05958004", 18_000);
        await app.Use<RemoveBodies, int>((u, ct) => u.Run(b => b.Key == "ags:05958004", ct));
        var again = await app.Use<CreateBody, Result<Body>>((u, ct) => u.Run("ags:05958004", Town.Of(1_000), ct));
        Assert.Equal("body.key-taken", again.Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_lost_update_is_refused(TestApp app)
    {
        var body = await app.CreateTown("ags:05958004", 18_000);
        var first = await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, body.RowVersion, body.Content with { Population = 19_000 }, ct));
        var second = await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, body.RowVersion, body.Content with { Population = 20_000 }, ct));
        Assert.Null(first.Refusal);
        Assert.Equal("item.changed-meanwhile", second.Refusal?.Code);
        Assert.Equal(19_000, (await app.FindBody(body.Key)).Content.Population);
    }

    [Theory, EveryDatabase]
    public async Task Who_changed_what_and_when_is_known_and_can_be_taken_back(TestApp app)
    {
        var body = await app.CreateTown("ags:05958004", 18_000);
        app.Clock.Advance(Duration.FromHours(1));
        await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, body.RowVersion, body.Content with { Population = 19_000 }, ct));
        var history = await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, body.Key, ct));
        Assert.Equal(["bodies.changed", "bodies.added"], history.Select(e => e.Kind));
        Assert.Equal(app.Clock.GetCurrentInstant(), history[0].At);
        Assert.Equal("local", history[0].Actor.Value);
        Assert.Contains("18000", history[0].Before);
        Assert.Contains("19000", history[0].After);

        var undone = await app.Use<History, Result<int>>((h, ct) => h.UndoChange(body.BodyId, history[0].ChangeId, ct));
        Assert.Equal(1, undone.Value);
        Assert.Equal(18_000, (await app.FindBody(body.Key)).Content.Population);
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_was_changed_again_is_not_taken_back(TestApp app)
    {
        var body = await app.CreateTown("ags:05958004", 18_000);
        await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, 1, body.Content with { Population = 19_000 }, ct));
        await app.Use<ChangeBody, Result<Body>>((u, ct) => u.Run(body.Key, 2, body.Content with { Population = 20_000 }, ct));
        var history = await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, body.Key, ct));
        var undone = await app.Use<History, Result<int>>((h, ct) => h.UndoChange(body.BodyId, history[1].ChangeId, ct));
        Assert.Equal("undo.changed-since", undone.Refusal?.Code);
        Assert.Equal(20_000, (await app.FindBody(body.Key)).Content.Population);
    }

    [Theory, EveryDatabase]
    public async Task A_removed_body_comes_back_within_thirty_days_only(TestApp app)
    {
        var body = await app.CreateTown("ags:05958004", 18_000);
        await app.Use<RemoveBodies, int>((u, ct) => u.Run(b => b.Key == body.Key, ct));
        var removal = (await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, body.Key, ct))).First(e => e.Kind == "bodies.removed");
        app.Clock.Advance(Duration.FromDays(31));
        Assert.Equal("undo.too-old", (await app.Use<History, Result<int>>((h, ct) => h.UndoChange(body.BodyId, removal.ChangeId, ct))).Refusal?.Code);
        app.Clock.Advance(Duration.FromDays(-2));
        Assert.Null((await app.Use<History, Result<int>>((h, ct) => h.UndoChange(body.BodyId, removal.ChangeId, ct))).Refusal);
        Assert.Equal(18_000, (await app.FindBody(body.Key)).Content.Population);
    }
}
