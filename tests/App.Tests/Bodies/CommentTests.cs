using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Identity;
using ResilienceMonitor.App.Tests.Platform.Tenancy;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies;

/// <summary>People note what matters about an item; the model, its results and the trail know nothing of the words.</summary>
public sealed class CommentTests
{
    private const string MeasureOfCatalogue = "protected-backup";
    private const string Words = "Der Vertrag läuft im März aus.";

    [Theory, EveryDatabase]
    public async Task A_comment_carries_a_name_and_leaves_the_model_as_it_is(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var writer = await Member(app, towns, "kraft");
        var before = SnapshotJson.HashOf((await app.UseAs<ModelReader, Result<BodyModel>>(writer, (m, ct) => m.Load(TwoTowns.KeyOfA, ct))).Value);
        foreach (var (section, key) in new[] { ("services", "passport"), ("resources", "clients"), ("measures", MeasureOfCatalogue) }) Assert.Null((await Add(app, writer, towns, section, key)).Refusal);
        var comment = Assert.Single(await Of(app, towns.OfA, towns.A, "services", "passport"));
        Assert.Equal((Words, "kraft", false), (comment.Text, comment.Author, comment.IsOwn));
        Assert.True(Assert.Single(await Of(app, writer, towns.A, "services", "passport")).IsOwn);
        Assert.Equal([KeyValuePair.Create("clients", 1)], await app.UseAs<Discussion, IReadOnlyDictionary<string, int>>(writer, (d, ct) => d.Counts(towns.A, "resources", ct)));
        Assert.Equal(before, SnapshotJson.HashOf((await app.UseAs<ModelReader, Result<BodyModel>>(writer, (m, ct) => m.Load(TwoTowns.KeyOfA, ct))).Value));
        var events = await app.UseAs<History, IReadOnlyList<Event>>(writer, (h, ct) => h.Latest(towns.A, "passport", ct));
        Assert.Contains(events, e => e.Kind == "comments.added");
        Assert.All(events, e => Assert.DoesNotContain(Words, e.After ?? "", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Only_who_wrote_a_comment_takes_it_back(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var (writer, other) = (await Member(app, towns, "kraft"), await Member(app, towns, "ruhe"));
        var comment = (await Add(app, writer, towns, "services", "passport")).Value;
        foreach (var stranger in (Actor[])[other, towns.OfA, towns.OfB])
            Assert.Equal("comment.not-found", (await app.UseAs<Discussion, Result<bool>>(stranger, (d, ct) => d.TakeBack(towns.A, comment, ct))).Refusal?.Code);
        Assert.Empty(await Of(app, towns.OfB, towns.A, "services", "passport"));
        Assert.True((await app.UseAs<Discussion, Result<bool>>(writer, (d, ct) => d.TakeBack(towns.A, comment, ct))).Value);
        Assert.Empty(await Of(app, writer, towns.A, "services", "passport"));
    }

    [Theory, EveryDatabase]
    public async Task Too_long_too_many_and_unknown_items_are_refused(TestApp app)
    {
        var towns = await TwoTowns.In(app);
        var writer = await Member(app, towns, "kraft");
        foreach (var text in (string[])[" ", new('x', Limits.CommentLength + 1)]) Assert.Equal("comment.length", (await Add(app, writer, towns, "services", "passport", text)).Refusal?.Code);
        foreach (var (section, key) in new[] { ("services", "nothing"), ("bodies", TwoTowns.KeyOfA) }) Assert.Equal("item.not-found", (await Add(app, writer, towns, section, key)).Refusal?.Code);
        await app.UseAs<AppDb, int>(writer, (db, ct) =>
        {
            db.AddRange(Enumerable.Range(0, Limits.CommentsPerItem).Select(_ => new Comment
            {
                BodyId = towns.A,
                Id = Guid.CreateVersion7(),
                Section = "services",
                ItemKey = "passport",
                Text = Words,
                Author = writer.Id,
                CreatedAt = app.Clock.GetCurrentInstant(),
            }));
            return db.SaveChangesAsync(ct);
        });
        Assert.Equal("comment.too-many", (await Add(app, writer, towns, "services", "passport")).Refusal?.Code);
        Assert.Null((await Add(app, writer, towns, "services", "identity-card")).Refusal);
    }

    private static async Task<Actor> Member(TestApp app, TwoTowns towns, string name) => Actor.Member(await app.AddAccount(name), TenantScope.Only(towns.A), [Role.Reader]);

    private static Task<IReadOnlyList<ShownComment>> Of(TestApp app, Actor by, BodyId body, string section, string key) =>
        app.UseAs<Discussion, IReadOnlyList<ShownComment>>(by, (d, ct) => d.Of(body, section, key, ct));

    private static async Task<Result<Guid>> Add(TestApp app, Actor by, TwoTowns towns, string section, string key, string text = Words)
    {
        var body = (await app.UseAs<BodyDirectory, Result<Body>>(towns.OfA, (b, ct) => b.Find(TwoTowns.KeyOfA, ct))).Value;
        return await app.UseAs<Discussion, Result<Guid>>(by, (d, ct) => d.Add(body, section, key, text, ct));
    }
}
