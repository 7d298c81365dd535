using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services;

public sealed class AdoptionTests
{
    [Theory, EveryDatabase]
    public async Task The_first_change_keeps_the_derived_model_and_loses_nothing(TestApp app)
    {
        var body = await app.CreateTown("ags:05958040", 18_000);
        var derived = (await Model(app)).Services["identity-card"];
        var changed = await app.Use<ChangeService, Result<Service>>((c, ct) => c.Run(body.Key, "identity-card", 1, derived with { CasesPerWeek = 77 }, ct));
        Assert.Null(changed.Refusal);
        var model = await Model(app);
        Assert.True(model.Body.OwnModel);
        Assert.Equal(77, model.Services["identity-card"].CasesPerWeek);
        Assert.InRange(model.Services.Count, 40, 60);
        Assert.InRange(model.Resources.Count, 40, 150);
    }

    [Theory, EveryDatabase]
    public async Task A_refused_change_leaves_the_model_derived(TestApp app)
    {
        var body = await app.CreateTown("ags:05958040", 18_000);
        var derived = (await Model(app)).Services["identity-card"];
        var refused = await app.Use<ChangeService, Result<Service>>((c, ct) =>
            c.Run(body.Key, "identity-card", 1, derived with { Needs = [NeedGroup.Of("no-such-thing")] }, ct));
        Assert.Equal("model.unknown-reference", refused.Refusal?.Code);
        Assert.False((await Model(app)).Body.OwnModel);
    }

    [Theory, EveryDatabase]
    public async Task An_adoption_can_be_taken_back_and_made_again(TestApp app)
    {
        var body = await app.CreateTown("ags:05958040", 18_000);
        app.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        await app.Use<AdoptModel, Result<Body>>((a, ct) => a.Run(body.Key, ct));
        var adoption = (await app.Use<History, IReadOnlyList<Event>>((h, ct) => h.Latest(body.BodyId, body.Key, ct)))[0];
        Assert.Null((await app.Use<History, Result<int>>((h, ct) => h.UndoChange(body.BodyId, adoption.ChangeId, ct))).Refusal);
        Assert.False((await Model(app)).Body.OwnModel);
        Assert.Null((await app.Use<AdoptModel, Result<Body>>((a, ct) => a.Run(body.Key, ct))).Refusal);
        Assert.InRange((await Model(app)).Services.Count, 40, 60);
    }

    private static async Task<BodyModel> Model(TestApp app) => (await app.Use<ModelReader, Result<BodyModel>>((r, ct) => r.Load("ags:05958040", ct))).Value;
}
