using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Jobs;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Statements;
using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Lists;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>An id that names something of a town, and one that named something until it was removed, revoked or used.</summary>
internal sealed record Ids<T>(T Live, T Removed);

/// <summary>
/// A town with rows in every table of bodies, some of them removed. Whatever people read of it carries the town's own mark; its keys do not, so that an
/// address which names it is no find.
/// </summary>
internal sealed record PlantedTown(int Number)
{
    private static readonly Instant Long = Instant.FromUtc(2999, 1, 1, 0, 0);
    private static readonly Instant Before = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Origin Origin = new(OriginKind.Person, new LocalDate(2026, 11, 21));

    public string Mark => Marks.Of(Number);

    public BodyId Body { get; } = BodyId.New();

    /// <summary>A body this town entered, looks after and has removed.</summary>
    public BodyId Entered { get; } = BodyId.New();

    public Ids<string> Keys => new($"ags:{10_000_000 + Number}", $"ags:{20_000_000 + Number}");

    /// <summary>Key of the item in every section.</summary>
    public Ids<string> Items => new($"own-{Number}", $"gone-{Number}");

    /// <summary>Somebody with every role, and somebody who has left.</summary>
    public Ids<Guid> Members { get; } = New();

    public Ids<Guid> Consents { get; } = New();

    /// <summary>Consents it was given, by a body without a mark.</summary>
    public Ids<Guid> Received { get; } = New();

    public Ids<Guid> Tokens { get; } = New();

    public Ids<Guid> Files { get; } = New();

    /// <summary>Events of changes that can be taken back; the second was never there.</summary>
    public Ids<Guid> Changes { get; private set; } = New();

    public Ids<LinkSecret> Links { get; private set; } = default!;

    public Ids<LinkSecret> Questions { get; private set; } = default!;

    public LinkSecret Token { get; private set; } = default!;

    /// <summary>Plants the towns past the walls: some of these rows no use case of one body could make.</summary>
    public static async Task<IReadOnlyList<PlantedTown>> Plant(TestApp app, int count)
    {
        // As late as it is for a server, so that what was just removed can still come back there.
        app.Clock.Advance(SystemClock.Instance.GetCurrentInstant() - app.Clock.GetCurrentInstant());
        var now = app.Clock.GetCurrentInstant();
        await using var node = app.WithWalls(Rows.NoWalls(app));
        var lender = BodyId.New();
        var towns = Enumerable.Range(0, count).Select(n => new PlantedTown(n)).ToList();
        await Use(node, db =>
        {
            db.Add(new Tenant { BodyId = lender, CreatedAt = Before, ClaimedAt = Before });
            db.Add(new Body { BodyId = lender, Key = "ags:30000000", Content = BodyOf("Verleihen") });
            return Task.CompletedTask;
        });
        foreach (var town in towns) await Use(node, db => town.Add(db, lender, now));
        foreach (var town in towns)
            await Use(node, async db => town.Changes = town.Changes with
            {
                Live = await db.Events.Where(e => e.BodyId == town.Body && e.Kind == "services.added" && e.Subject == town.Items.Live).Select(e => e.ChangeId).SingleAsync(TestContext.Current.CancellationToken),
            });
        return towns;
    }

    /// <summary>Who acts for the town in these roles, just signed in.</summary>
    public Actor Person(Instant now, params IReadOnlyCollection<Role> roles) => Actor.Member(Members.Live, TenantScope.Only(Body, Entered), roles) with { SignedInAt = now };

    private async Task Add(AppDb db, BodyId lender, Instant now)
    {
        var users = new[] { (Members.Live, "colleague"), (Members.Removed, "former") }.Select(u => new User
        {
            Id = u.Item1,
            UserName = $"{u.Item2}{Number}",
            NormalizedUserName = $"{u.Item2}{Number}".ToUpperInvariant(),
            DisplayName = $"{u.Item2} {Mark}",
            CreatedAt = Before,
        });
        db.AddRange(users);
        db.Add(new Tenant { BodyId = Body, CreatedAt = Before, ClaimedAt = Before });
        db.Add(new Tenant { BodyId = Entered, StewardId = Body, CreatedAt = Before });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Add(new Body { BodyId = Body, Key = Keys.Live, Content = BodyOf(Mark) with { OwnModel = true } });
        db.Add(new Body { BodyId = Entered, Key = Keys.Removed, Content = BodyOf(Mark), RemovedAt = now });
        AddItems(db, Items.Live, null);
        AddItems(db, Items.Removed, now);
        db.Add(new Member { BodyId = Body, UserId = Members.Live, Roles = [.. Roles.People], Since = now });
        AddConsent(db, Consents.Live, lender, null, gives: true);
        AddConsent(db, Consents.Removed, lender, now, gives: true);
        AddConsent(db, Received.Live, lender, null, gives: false);
        AddConsent(db, Received.Removed, lender, now, gives: false);
        Token = AddToken(db, Tokens.Live, null);
        AddToken(db, Tokens.Removed, now);
        Links = new(AddLink(db, [Role.Reader], null), AddLink(db, [Role.Reader], now));
        Questions = new(AddLink(db, [Role.Respondent], null), AddLink(db, [Role.Respondent], now));
        AddWork(db, Before);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private void AddItems(AppDb db, string key, Instant? removed)
    {
        db.Add(new Region { BodyId = Body, Key = $"region:{key}", RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, Members = [Keys.Live] } });
        db.Add(new Segment { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark } });
        db.Add(new Resource { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, Kind = ResourceKind.Application, Host = ResourceHost.Own, Segment = key } });
        db.Add(new Service { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, Responsibility = Responsibility.Own, Needs = [NeedGroup.Of(key)] } });
        db.Add(new Measure { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, Effects = [new() { Parameter = MeasureParameter.BackupUsable, Operation = EffectOperation.Set, Value = 0.9 }] } });
        db.Add(new Statement { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, StatedOn = Origin.Date, Order = Mark } });
        db.Add(new OwnList { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, Kind = ListKind.ServiceSheet, Heads = [Mark], Columns = new Dictionary<string, int> { ["procedure"] = 0 }, Rows = [new(2, [Mark]), new(3, [Mark]) { Means = $"resources/{key}" }] } });
        db.Add(new Scenario { BodyId = Body, Key = key, RemovedAt = removed, Content = new() { Origin = Origin, Name = Mark, Target = ScenarioTarget.Own } });
    }

    private void AddConsent(AppDb db, Guid id, BodyId lender, Instant? revoked, bool gives) => db.Add(new Consent
    {
        BodyId = gives ? Body : lender,
        Id = id,
        GranteeId = gives ? lender : Body,
        GrantorName = gives ? Mark : "Verleihen",
        GrantorKey = gives ? Keys.Live : "ags:30000000",
        GranteeName = gives ? $"an {Mark}" : "x",
        Block = "profile",
        Purpose = gives ? Mark : "x",
        From = Before,
        Until = Long,
        RevokedAt = revoked,
    });

    private LinkSecret AddToken(AppDb db, Guid id, Instant? revoked)
    {
        var secret = LinkSecret.New(Body) with { Id = id };
        db.Add(new ApiToken
        {
            BodyId = Body,
            Id = id,
            Name = Mark,
            SecretHash = secret.Hash,
            Scopes = [.. new PermissionList().HeldBy(Actor.LocalOwner).Select(p => p.Code)],
            CreatedBy = Members.Live,
            CreatedAt = Before,
            EndsAt = Long,
            RevokedAt = revoked,
        });
        return secret;
    }

    private LinkSecret AddLink(AppDb db, Role[] roles, Instant? revoked)
    {
        var link = LinkSecret.New(Body);
        db.Add(new Invitation { BodyId = Body, Id = link.Id, SecretHash = link.Hash, Roles = roles, Note = Mark, CreatedAt = Before, EndsAt = Long, RevokedAt = revoked });
        return link;
    }

    private void AddWork(AppDb db, Instant ended)
    {
        foreach (var (id, name, ends) in new[] { (Files.Live, "live", Long), (Files.Removed, "ended", ended) })
            db.Add(new StoredFile { BodyId = Body, Id = id, Hash = $"{name}{Number}", Name = $"{Mark}.csv", MediaType = "text/csv", Bytes = System.Text.Encoding.UTF8.GetBytes($"Name;Einwohner\n{Mark};900\n"), CreatedAt = Before, EndsAt = ends });
        foreach (var key in (string[])[Items.Live, Items.Removed])
            foreach (var section in (string[])["services", "resources", "measures"])
                db.Add(new Comment { BodyId = Body, Id = Guid.CreateVersion7(), Section = section, ItemKey = key, Text = Mark, Author = ActorId.Of(Members.Live), CreatedAt = Before });
        db.Add(new KnownHead { BodyId = Body, Table = "resources", Head = Mark.ToLowerInvariant(), Column = "name", ChangedAt = Before });
        db.Add(new Notice { BodyId = Body, Id = Guid.CreateVersion7(), Kind = Notice.ConsentEndsSoon, Subject = $"{Consents.Live}", Name = Mark, Date = Long, CreatedAt = Before });
        db.Add(new Job
        {
            BodyId = Body,
            Id = Guid.CreateVersion7(),
            Kind = ForecastJob.Rank,
            Key = Items.Live,
            Payload = CanonicalJson.Write(new ForecastOrder(new Selection { Body = Keys.Live, Scenario = Mark, Runs = 1 })),
            RequestedBy = ActorId.Of(Members.Live),
            Culture = "de",
            CreatedAt = Before,
            DueAt = Long,
        });
        db.Add(new Snapshot { BodyId = Body, Hash = $"{Number}", Packed = [], CreatedAt = Before });
        db.Add(new Forecast
        {
            BodyId = Body,
            Id = Guid.CreateVersion7(),
            Kind = "Planted",
            Subject = Keys.Live,
            Scenario = Mark,
            AsIs = true,
            Runs = 1,
            Seed = 1,
            EngineVersion = "0",
            InputHash = $"{Number}",
            Snapshots = Mark,
            Inputs = Mark,
            CreatedAt = Before,
            Packed = [],
        });
    }

    private static BodyContent BodyOf(string name) => Bodies.Town.Of(18_000) with { Name = name, Team = new TeamContent { People = 2 }, Answers = new StarterAnswers { ProviderKnown = true } };

    private static Ids<Guid> New() => new(Guid.CreateVersion7(), Guid.CreateVersion7());

    private static async Task Use(ServiceProvider node, Func<AppDb, Task> work)
    {
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.LocalOwner);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await work(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
