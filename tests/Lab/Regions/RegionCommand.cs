using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Lab.Load;
using ResilienceMonitor.Lab.Servers;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Lab.Regions;

/// <summary>
/// <c>lab region</c>: how long the pictures of a district take whose bodies all have a large model of their own, and how many bytes they have. Judged is the
/// time of processors, because the other depends on what else the machine does.
/// </summary>
public static class RegionCommand
{
    private const string District = "ags:09900";
    private const double MostMilliseconds = 300;
    private const int MostBytes = 300_000;
    private const int Warming = 5;

    private static readonly Origin Origin = new(OriginKind.Person, new LocalDate(2026, 11, 1));

    public static async Task<int> Run(Arguments arguments, TextWriter output)
    {
        var size = new LoadSize(arguments.Number("bodies", 60), arguments.Number("services", 60), arguments.Number("resources", 120));
        var program = arguments.Text("program") ?? Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../App/release/resmon.dll"));
        var data = Directory.CreateTempSubdirectory("resmon-region-").FullName;
        try
        {
            var person = await Fill(data, size);
            using var server = await ServeProcess.Start(data, null, CancellationToken.None, program);
            var subject = $"Subject=district:{District}&Scenario=provider-encryption";
            using var browser = await SignedIn.At(server.Address, person, CancellationToken.None);
            var good = true;
            foreach (var address in (string[])[$"/region?{subject}", $"/region?{subject}&Hour=672", $"/dependencies?body={Town(0)}", $"/dependencies?body={Town(0)}&service=passport"])
                good &= await Look(server, browser, address, arguments.Number("looks", 30), output);
            return good ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<Person> Fill(string data, LoadSize size)
    {
        await using var app = new LabApp(data, null);
        await app.Start(CancellationToken.None);
        var district = await Create(app, District, new BodyContent { Name = "Großkreis", Kind = BodyKind.District, LegalStatus = LegalStatus.District, State = "05", Population = 400_000, Providers = ["provider:kommunal-it"], Origin = Origin }, size);
        for (var i = 0; i < size.Bodies - 1; i++)
        {
            var neighbour = Town((i + 1) % (size.Bodies - 1));
            await Create(app, Town(i), TemplateTown.Content($"Stadt {i:00}") with
            {
                District = District,
                Providers = [i % 3 == 0 ? "provider:nachbar-it" : "provider:kommunal-it"],
                Answers = new StarterAnswers { ProviderKnown = true, NeighbourElsewhere = true, Neighbour = neighbour, HospitalInTown = true, CashDesk = true },
            }, size);
        }

        var selection = new Selection { District = District, Scenario = "provider-encryption", Runs = UsualScenario.Runs, KnownOnly = true };
        await app.UseAs<SimulateOutage, bool>(Actor.LocalOwner, async (simulate, ct) => TemplateTown.Done(await simulate.Run(selection, null, ct)) is not null, CancellationToken.None);
        await app.UseAs<AppDb, int>(Actor.LocalOwner, (db, ct) => LookAfter(db, district, ct), CancellationToken.None);
        var user = await new Load.Accounts(app).Join("kreis-0", district, CancellationToken.None, Role.CoordinationOffice, Role.BodyAdministrator);
        return new Person(Place.Steward, "kreis-0", user, district, [District]);
    }

    // The district has people of its own and looks after the towns.
    private static async Task<int> LookAfter(AppDb db, BodyId district, CancellationToken ct)
    {
        foreach (var tenant in await db.Set<Tenant>().ToListAsync(ct))
            if (tenant.BodyId == district) tenant.ClaimedAt = SystemClock.Instance.GetCurrentInstant();
            else tenant.StewardId = district;
        return await db.SaveChangesAsync(ct);
    }

    private static async Task<BodyId> Create(LabApp app, string key, BodyContent content, LoadSize size)
    {
        var body = TemplateTown.Done(await app.UseAs<CreateBody, Result<Body>>(Actor.LocalOwner, (u, ct) => u.Run(key, content, ct), CancellationToken.None));
        TemplateTown.Done(await app.UseAs<AdoptModel, Result<Body>>(Actor.LocalOwner, (u, ct) => u.Run(key, ct), CancellationToken.None));
        await app.UseAs<AppDb, int>(Actor.LocalOwner, (db, ct) => TownModel.Widen(db, body.BodyId, size, ct), CancellationToken.None);
        return body.BodyId;
    }

    private static async Task<bool> Look(ServeProcess server, SignedIn browser, string address, int looks, TextWriter output)
    {
        var (times, bytes, before) = (new List<double>(), 0, TimeSpan.Zero);
        for (var look = 0; look < looks + Warming; look++)
        {
            var seen = await browser.Ask(address, address, CancellationToken.None);
            if (seen.Failure is { } failure) throw new InvalidOperationException(failure);
            bytes = seen.Bytes;
            if (look >= Warming) times.Add(seen.Milliseconds);
            if (look == Warming - 1) before = server.Work();
        }

        var work = (server.Work() - before).TotalMilliseconds / looks;

        times.Sort();
        var (middle, slow) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{address}: {bytes / 1000} kB, {work:0} ms of processors, median {middle:0} ms, 95 % below {slow:0} ms, longest {times[^1]:0} ms"));
        return work <= MostMilliseconds && bytes <= MostBytes;
    }

    private static string Town(int number) => string.Create(CultureInfo.InvariantCulture, $"ags:0990{number:0000}");
}
