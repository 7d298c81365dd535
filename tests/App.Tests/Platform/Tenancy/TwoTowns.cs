using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy;

/// <summary>Two towns with people of their own, each with rows in the model; what one must never see of the other carries a mark.</summary>
public sealed record TwoTowns(BodyId A, BodyId B, Actor OfA, Actor OfB)
{
    public const string KeyOfA = "ags:11111111";
    public const string KeyOfB = "ags:22222222";
    public const string SecretOfB = "canary-7f1c5a90";

    public static async Task<TwoTowns> In(TestApp app)
    {
        var a = await Add(app, KeyOfA, "Ahausen");
        var b = await Add(app, KeyOfB, SecretOfB);
        return new TwoTowns(a, b, Person(a), Person(b));
    }

    /// <summary>Somebody with every role in a body.</summary>
    public static Actor Person(BodyId body, params Role[] roles) =>
        Actor.Member(Guid.CreateVersion7(), TenantScope.Only(body), roles.Length > 0 ? roles : [.. Roles.People]);

    private static async Task<BodyId> Add(TestApp app, string key, string name)
    {
        await app.CreateTown(key, 18_000);
        return await app.Use<AppDb, BodyId>(async (db, ct) =>
        {
            var body = await db.Bodies.SingleAsync(b => b.Key == key, ct);
            body.Content = body.Content with { Name = name };
            (await db.Set<Tenant>().SingleAsync(t => t.BodyId == body.BodyId, ct)).ClaimedAt = app.Clock.GetCurrentInstant();
            db.Services.Add(new Service { BodyId = body.BodyId, Key = "own", Content = Own(body.Content.Origin, name) });
            await db.SaveChangesAsync(ct);
            return body.BodyId;
        });
    }

    private static ServiceContent Own(Origin origin, string name) => new() { Origin = origin, Responsibility = Responsibility.Own, Name = $"Leistung von {name}" };
}
