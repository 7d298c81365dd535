using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Bodies.Respondents;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Lab.Load;

/// <summary>One town made by the real use cases, with everything its pages show; the others are its copies.</summary>
internal sealed class TemplateTown(LabApp app, Accounts accounts, BodyId office)
{
    public const string Key = "ags:09000000";
    public const string Name = "Musterstadt 0000";
    public static readonly IReadOnlyList<string> People = ["stadt-0000-a", "stadt-0000-b", "stadt-0000-c"];
    private const int Changed = 25;
    private const int Uses = 5;

    /// <summary>Who has an account, in the order of <see cref="People"/>.</summary>
    public IReadOnlyList<Guid> Users { get; private set; } = [];

    public async Task<Actor> Make(BodyId body, LoadSize size, CancellationToken ct)
    {
        Users = [await accounts.Join(People[0], body, ct, Role.BodyAdministrator, Role.ContinuityOfficer), await accounts.Join(People[1], body, ct, Role.Editor), await accounts.Join(People[2], body, ct, Role.Reader)];
        var actor = Actor.Member(Users[0], TenantScope.Only(body), [Role.BodyAdministrator, Role.ContinuityOfficer]) with { SignedInAt = SystemClock.Instance.GetCurrentInstant() };
        Done(await app.UseAs<AdoptModel, Result<Body>>(actor, (adopt, token) => adopt.Run(Key, token), ct));
        await app.UseAs<AppDb, int>(actor, (db, token) => TownModel.Widen(db, body, size, token), ct);
        await app.UseAs<SimulateOutage, bool>(actor, async (simulate, token) => Done(await simulate.Run(Selection, null, token)) is not null, ct);
        await Change(actor, body, ct);
        await Relate(actor, ct);
        return actor;
    }

    public static Selection Selection => UsualScenario.SelectionOf(new Body { Key = Key, Content = Content(Name) });

    public static BodyContent Content(string name) => new()
    {
        Name = name,
        Kind = BodyKind.Municipality,
        LegalStatus = LegalStatus.LargeTown,
        State = "05",
        Population = 40_000,
        Providers = ["provider:kommunal-it"],
        Answers = new StarterAnswers { ProviderKnown = true, HospitalInTown = true, ItStaff = 6, Workplaces = 320, CashDesk = true, TelephoneSeparate = false },
        Origin = new Origin(OriginKind.Person, new LocalDate(2026, 11, 1)),
    };

    public static T Done<T>(Result<T> result) => result.Refusal is { } refusal ? throw new InvalidOperationException($"{refusal.Code}: {refusal.Sentence}") : result.Value;

    private async Task Change(Actor actor, BodyId body, CancellationToken ct)
    {
        var (services, resources) = await app.UseAs<AppDb, (List<Service>, List<Resource>)>(actor, async (db, token) => (
            await db.Services.AsNoTracking().Where(s => s.BodyId == body).OrderBy(s => s.Key).Take(Changed).ToListAsync(token),
            await db.Resources.AsNoTracking().Where(r => r.BodyId == body).OrderBy(r => r.Key).Take(Changed).ToListAsync(token)), ct);
        foreach (var service in services)
            Done(await app.UseAs<ChangeService, Result<Service>>(actor, (u, t) => u.Run(Key, service.Key, service.RowVersion, service.Content with { CasesPerWeek = service.Content.CasesPerWeek + 1 }, t), ct));
        foreach (var resource in resources)
            Done(await app.UseAs<ChangeResource, Result<Resource>>(actor, (u, t) => u.Run(Key, resource.Key, resource.RowVersion, resource.Content with { MaxPeople = resource.Content.MaxPeople + 1 }, t), ct));
    }

    private async Task Relate(Actor actor, CancellationToken ct)
    {
        var until = SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(365);
        foreach (var block in (string[])[Consents.Profile, Consents.Model, Consents.Results])
        {
            var request = new ConsentRequest(false, BodyCode.Of(office), "Leitstelle", block, "Beratung im Ernstfall", until);
            var consent = Done(await app.UseAs<GrantConsent, Result<Guid>>(actor, (u, t) => u.Run(request, t), ct));
            var looking = Actor.Member(Guid.CreateVersion7(), TenantScope.Only(office), [Role.CoordinationOffice]);
            for (var use = 0; use < Uses; use++) Done(await app.UseAs<ConsentedReading, Result<ConsentedContent>>(looking, (u, t) => u.Run(consent, t), ct));
        }

        for (var i = 1; i <= 2; i++)
        {
            Done(await app.UseAs<InviteMember, Result<LinkSecret>>(actor, (u, t) => u.Run([Role.Reader], $"Vertretung {i}", t), ct));
            Done(await app.UseAs<InviteRespondents, Result<LinkSecret>>(actor, (u, t) => u.Run(30, $"Fachamt {i}", t), ct));
            Done(await app.UseAs<CreateToken, Result<string>>(actor, (u, t) => u.Run($"Auswertung {i}", [BodiesFeature.View.Code], until, t), ct));
        }
    }
}
