using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Lab.Load;

/// <summary>
/// Fills an empty database: towns with people, models, history and results, an office that all of them let see something, and a second one that
/// has entered as many bodies by a list.
/// </summary>
internal sealed class FillInstallation(LabApp app, DatabaseChoice.Postgres postgres, LoadSize size)
{
    private const int BodiesSeenBySteward = 5;
    private const string Region = "Umland";

    public async Task<Installation> Run(int users, CancellationToken ct)
    {
        await app.Start(ct);
        var office = await Claimed("office:leitstelle", new BodyContent { Kind = BodyKind.CoordinationOffice, LegalStatus = LegalStatus.None, Name = "Leitstelle", Origin = TemplateTown.Content("").Origin }, ct);
        var steward = await Claimed("office:umland", new BodyContent { Kind = BodyKind.CoordinationOffice, LegalStatus = LegalStatus.None, Name = "Umland", Origin = TemplateTown.Content("").Origin }, ct);
        var template = await Claimed(TemplateTown.Key, TemplateTown.Content(TemplateTown.Name), ct);
        var accounts = new Accounts(app);
        var town = new TemplateTown(app, accounts, office);
        var actor = await town.Make(template, size, ct);
        var results = new KeptResults(app);
        await results.Compute(actor, TemplateTown.Selection, ct);
        var copies = await new TownCopies(postgres, template, town.Users).Make(size.Bodies - 1, ct);
        var everybody = new List<Person>(await Offices(accounts, office, steward, ct));
        foreach (var (index, (body, user)) in copies.Index().Take(Math.Max(1, users - everybody.Count)))
            everybody.Add(new Person(Place.Town, TownCopies.PersonOf(index + 1), user, body, [TownCopies.KeyOf(index + 1)]));
        foreach (var person in everybody)
            foreach (var key in person.Keys.Where(k => k.StartsWith("ags:", StringComparison.Ordinal)))
                await Keep(results, person, key, steward, ct);
        return await Describe(actor, template, office, everybody, ct);
    }

    private async Task<BodyId> Claimed(string key, BodyContent content, CancellationToken ct)
    {
        var id = TemplateTown.Done(await app.UseAs<CreateBody, Result<Body>>(Actor.LocalOwner, (create, token) => create.Run(key, content, token), ct)).BodyId;
        await app.UseAs<AppDb, int>(Actor.LocalOwner, async (db, token) =>
        {
            (await db.Set<Tenant>().SingleAsync(t => t.BodyId == id, token)).ClaimedAt = SystemClock.Instance.GetCurrentInstant();
            return await db.SaveChangesAsync(token);
        }, ct);
        return id;
    }

    private async Task<IReadOnlyList<Person>> Offices(Accounts accounts, BodyId office, BodyId steward, CancellationToken ct)
    {
        Role[] roles = [Role.CoordinationOffice, Role.BodyAdministrator];
        var everybody = new List<Person>();
        for (var i = 0; i < 3; i++) everybody.Add(new Person(Place.Office, $"leitstelle-{i}", await accounts.Join($"leitstelle-{i}", office, ct, roles), office, ["office:leitstelle"]));
        var user = await accounts.Join("umland-0", steward, ct, roles);
        await app.UseAs<ImportBodies, bool>(Actor.Member(user, TenantScope.Only(steward), roles), async (import, token) =>
        {
            using var list = new MemoryStream(Encoding.UTF8.GetBytes(List()));
            var done = await import.Run(list, "umland.csv", Region, false, token);
            return done.Written ? true : throw new InvalidOperationException(string.Join("; ", done.Plan.Errors.Take(3).Select(e => e.ToString())));
        }, ct);
        IReadOnlyList<string> seen = [.. Enumerable.Range(1, Math.Min(BodiesSeenBySteward, size.Bodies)).Select(ImportedKey)];
        everybody.Add(new Person(Place.Steward, "umland-0", user, steward, seen));
        everybody.Add(new Person(Place.Steward, "umland-1", await accounts.Join("umland-1", steward, ct, roles), steward, seen));
        return everybody;
    }

    private string List() => "key;name;kind;district;population;provider\n" + string.Concat(Enumerable.Range(1, size.Bodies).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"{ImportedKey(n)["ags:".Length..]};Dorf {n:0000};municipality;;{4_000 + n};Kommunal-IT\n")));

    private static string ImportedKey(int number) => string.Create(CultureInfo.InvariantCulture, $"ags:059{number / 100:00}{number % 100 + 1:000}");

    private async Task Keep(KeptResults results, Person person, string key, BodyId steward, CancellationToken ct)
    {
        var scope = person.Place == Place.Steward
            ? await app.UseAs<AppDb, TenantScope>(Actor.System, async (db, token) => TenantScope.Only([steward, .. await db.Set<Tenant>().Where(t => t.StewardId == steward).Select(t => t.BodyId).ToListAsync(token)]), ct)
            : TenantScope.Only(person.Body);
        var actor = Actor.Member(person.User, scope, [Role.CoordinationOffice, Role.BodyAdministrator]);
        var body = TemplateTown.Done(await app.UseAs<BodyDirectory, Result<Body>>(actor, (bodies, token) => bodies.Find(key, token), ct));
        await results.Keep(actor, UsualScenario.SelectionOf(body), ct);
    }

    private async Task<Installation> Describe(Actor actor, BodyId template, BodyId office, IReadOnlyList<Person> everybody, CancellationToken ct)
    {
        var (services, resources) = await app.UseAs<AppDb, (List<string>, List<string>)>(actor, async (db, token) => (
            await db.Services.Where(s => s.BodyId == template).OrderBy(s => s.Key).Select(s => s.Key).ToListAsync(token),
            await db.Resources.Where(r => r.BodyId == template).OrderBy(r => r.Key).Select(r => r.Key).ToListAsync(token)), ct);
        var consents = await app.UseAs<AppDb, List<Guid>>(Actor.Member(everybody[0].User, TenantScope.Only(office), [Role.CoordinationOffice]), (db, token) =>
            db.Set<Consent>().Where(c => c.GranteeId == office).OrderBy(c => c.GrantorKey).ThenBy(c => c.Block).Select(c => c.Id).Take(60).ToListAsync(token), ct);
        return new Installation(services, resources, [.. consents.Distinct()], everybody);
    }
}
