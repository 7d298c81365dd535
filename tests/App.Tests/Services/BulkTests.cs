using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Services.Pages;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Bulk;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services;

/// <summary>Many services or resources are changed at once, or none of them.</summary>
public sealed class BulkTests
{
    [Theory, EveryDatabase]
    public async Task Five_hundred_changed_rows_are_one_change_and_go_back_to_the_same_state(TestApp app)
    {
        var body = await app.CreateSelfHosted();
        await app.Add(500);
        var before = SnapshotJson.HashOf(await app.Model());
        var keys = (await app.Model()).Resources.Keys.Where(k => k.StartsWith("own-", StringComparison.Ordinal)).ToList();
        Assert.Equal(500, keys.Count);
        app.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        var changed = await app.ChangeAll(keys, r => r with { BackupUsable = 0.25 });
        Assert.All(keys, k => Assert.Equal(0.25, changed.Model.Resources[k].BackupUsable));
        Assert.NotEqual(before, SnapshotJson.HashOf(changed.Model));
        var events = await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, null, ct));
        Assert.All(events, e => Assert.Equal(changed.Change, e.ChangeId));
        Assert.Equal(500, (await app.Use<UndoModelChange, Result<int>>((u, ct) => u.Run(EditedTown.Key, changed.Change, ct))).Value);
        Assert.Equal(before, SnapshotJson.HashOf(await app.Model()));
    }

    [Theory, EveryDatabase]
    public async Task One_row_somebody_else_changed_keeps_all_of_them(TestApp app)
    {
        await app.CreateSelfHosted();
        var body = (await app.Use<AdoptModel, Result<Body>>((a, ct) => a.Run(EditedTown.Key, ct))).Value;
        var model = await app.Model();
        var seen = await app.Use<ItemForEditing, IReadOnlyDictionary<string, EditedItem<ResourceContent>>>((i, ct) => i.Resources(body, model, ["mail", "clients"], ct));
        await app.ChangeResource("mail", 1, model.Resources["mail"] with { MaxPeople = 3 });
        var wanted = seen.ToDictionary(i => i.Key, i => i.Value with { Content = i.Value.Content with { BackupUsable = 0.1 } }, StringComparer.Ordinal);
        var refused = await app.Use<ChangeMany, Result<Guid>>((c, ct) => c.Resources(EditedTown.Key, wanted, ct));
        Assert.Equal("item.changed-meanwhile", refused.Refusal?.Code);
        Assert.Equal(model.Resources["clients"].BackupUsable, (await app.Model()).Resources["clients"].BackupUsable);
    }

    [Theory, EveryDatabase]
    public async Task More_than_the_limit_and_none_at_all_are_refused(TestApp app)
    {
        await app.CreateSelfHosted();
        var item = new EditedItem<ResourceContent>((await app.Model()).Resources["mail"], 1);
        foreach (var number in (int[])[0, Limits.ChangedTogether + 1])
        {
            var wanted = Enumerable.Range(0, number).ToDictionary(n => $"r-{n}", _ => item, StringComparer.Ordinal);
            Assert.Equal("bulk.number", (await app.Use<ChangeMany, Result<Guid>>((c, ct) => c.Resources(EditedTown.Key, wanted, ct))).Refusal?.Code);
        }
    }
}

file static class Extensions
{
    public static async Task Add(this TestApp app, int number)
    {
        var body = (await app.Use<AdoptModel, Result<Body>>((a, ct) => a.Run(EditedTown.Key, ct))).Value;
        var content = (await app.Model()).Resources["mail"] with { Needs = [], Prerequisites = null };
        await app.Use<AppDb, int>((db, ct) =>
        {
            foreach (var n in Enumerable.Range(1, number)) db.Resources.Add(new Resource { BodyId = body.BodyId, Key = $"own-{n}", Content = content with { Name = $"Verfahren {n}" } });
            return db.SaveChangesAsync(ct);
        });
    }

    public static async Task<(BodyModel Model, Guid Change)> ChangeAll(this TestApp app, IReadOnlyCollection<string> keys, Func<ResourceContent, ResourceContent> change)
    {
        var (body, model) = (await app.FindBody(EditedTown.Key), await app.Model());
        var items = await app.Use<ItemForEditing, IReadOnlyDictionary<string, EditedItem<ResourceContent>>>((i, ct) => i.Resources(body, model, keys, ct));
        var changed = await app.Use<ChangeMany, Result<Guid>>((c, ct) =>
            c.Resources(EditedTown.Key, items.ToDictionary(i => i.Key, i => i.Value with { Content = change(i.Value.Content) }, StringComparer.Ordinal), ct));
        Assert.Null(changed.Refusal);
        return (await app.Model(), changed.Value);
    }
}
