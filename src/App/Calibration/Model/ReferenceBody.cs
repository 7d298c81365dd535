using NodaTime;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>A typical body as the engine's input, built from public facts alone: people, base, applications, workplaces, services and substitutes.</summary>
internal sealed class ReferenceBody
{
    /// <summary>Batches in which the workplaces come back.</summary>
    public const int FleetBatches = 20;

    /// <summary>A service counts as back from half of its normal capacity on.</summary>
    private const double HalfBack = 0.5;

    // A member of a one-of group inherits no urgency, so both parts of the workplaces state theirs: the first before everything else, the others
    // between counter services and the rest.
    private const double FirstFleetHours = 20;
    private const double FleetHours = 120;
    private static readonly LocalDate UsualStart = new(2024, 1, 8);
    private static readonly LocalTime StartTime = new(6, 0);
    private readonly ReferenceCatalogue catalogue;
    private readonly KnownOutage outage;
    private readonly ReferenceSize size;
    private readonly double hoursOfDay;

    public ReferenceBody(KnownOutage outage, ReferenceCatalogue catalogue)
    {
        (this.outage, this.catalogue) = (outage, catalogue);
        size = new(outage, catalogue.Numbers);
        hoursOfDay = Number("hours-a-day") * Number("days-a-week") / 7 * size.UsualTeam;
        var further = (int)Math.Round(Number("applications") * size.Growth("number-exponent"));
        Services = [.. catalogue.Services.Keys, .. Enumerable.Range(1, Math.Clamp(further, 1, 100)).Select(i => $"further-{i}")];
    }

    /// <summary>Keys of what citizens get; the body has a few more services that only mark a moment.</summary>
    public IReadOnlyList<string> Services { get; }

    public BodyInput Input => new()
    {
        Key = ReferenceKeys.Body,
        Team = Team(),
        Resources = [.. Basics(), .. Services.Select(Application), Rest()],
        Services = [.. Services.SelectMany(Service), .. Marks()],
    };

    private bool IsProvider => outage.Kind == OutageBody.Provider;

    private double Number(string key) => catalogue.Numbers.Number(key);

    private TeamInput Team() => new()
    {
        People = size.Own,
        ShareAbsent = 1 - Number("own-share-free"),
        WorkHours = [new HourCalendar(DateTimeZone.Utc, _ => new HashSet<LocalDate>())
            .Windows((outage.Start ?? UsualStart).At(StartTime), Number("hours-a-day"), (int)Number("days-a-week"))],
        Help = [new() { Key = "help", People = size.Help, Delay = catalogue.Days("help-arrives") }],
    };

    private IEnumerable<ResourceInput> Basics()
    {
        yield return new() { Key = ReferenceKeys.Release };
        yield return Worked(ReferenceKeys.EmergencyBase, Number("emergency-base-days") * Number("pace"), []);
        var (root, identity) = (Math.Sqrt(Number("rebuild-factor")), Number("identity-share"));
        yield return Worked(ReferenceKeys.Identity, BaseDays * identity, [ReferenceKeys.EmergencyBase]) with { BackupUsable = BackupUsable, RebuildFactor = root };
        yield return Worked(ReferenceKeys.Servers, BaseDays * (1 - identity), [ReferenceKeys.Identity]) with
        {
            BackupUsable = BackupUsable,
            RebuildFactor = root,
            RestartFailure = Number("restart-failure"),
            RestartRepeat = Number("restart-repeat"),
        };
        var first = Number("first-fleet-share");
        yield return Worked(ReferenceKeys.FirstFleet, FleetDays * first, [ReferenceKeys.Identity]) with { Batches = FleetBatches, RequiredTimeOverride = FirstFleetHours };
        yield return Worked(ReferenceKeys.Fleet, FleetDays * (1 - first), [ReferenceKeys.Servers]) with { Batches = FleetBatches, RequiredTimeOverride = FleetHours };
        yield return new() { Key = ReferenceKeys.Outside };
    }

    private ResourceInput Application(string service) => Worked(ReferenceKeys.Application(service), ApplicationDays / Services.Count, [ReferenceKeys.Servers]) with
    {
        MaxPeople = Math.Max(1, size.Team / 4),
        Waiting = catalogue.Days("waiting"),
        CheckWaiting = catalogue.Days("waiting", Number("intruder-work")),
        BackupUsable = BackupUsable,
        RebuildFactor = Number("rebuild-factor"),
    };

    private ResourceInput Rest()
    {
        var before = catalogue.Numbers.Spread("forensics-encrypted").Typical + BaseDays + FleetDays + ApplicationDays + catalogue.Numbers.Spread("waiting").Typical;
        return Worked(ReferenceKeys.Rest, Number("tail") * before, [ReferenceKeys.Fleet, .. Services.Select(ReferenceKeys.Application)], Number("tail-spread")) with
        {
            BackupUsable = BackupUsable,
            RebuildFactor = Number("rebuild-factor"),
        };
    }

    private ResourceInput Worked(string key, double days, IReadOnlyList<string> needs, double? spread = null) => new()
    {
        Key = key,
        RestoreWork = Distribution.LogNormal(days * hoursOfDay, spread ?? Number("work-spread")),
        CheckWork = Distribution.LogNormal(days * hoursOfDay * Number("intruder-work"), spread ?? Number("work-spread")),
        MaxPeople = size.Team,
        Needs = [.. needs.Select(n => NeedGroupInput.Of(ReferenceKeys.Of(n)))],
    };

    private double BaseDays => Number("base-days") * Number("pace") * size.Growth("base-exponent") * size.ServersHit * (IsProvider ? Math.Sqrt(Number("provider-work")) : 1);

    private double LaterDays => Number("applications-days") * Number("pace") * size.Growth("applications-exponent");

    private double ApplicationDays => LaterDays * (1 - Number("fleet-share")) * size.ServersHit * (IsProvider ? Number("provider-work") : 1);

    private double FleetDays => LaterDays * Number("fleet-share") * size.ClientsHit;

    private double BackupUsable => catalogue.Numbers.Case("backup-usable", outage.Backups switch
    {
        BackupState.Intact => "intact",
        BackupState.Usable => "usable",
        BackupState.PartlyLost => "partlyLost",
        BackupState.Lost => "lost",
        BackupState.Unknown => "unknown",
    });

    /// <summary>What citizens get. Beside each service stand two that only mark moments: delivered in any way, and in one office on its own IT.</summary>
    private IEnumerable<ServiceInput> Service(string key)
    {
        var kind = catalogue.Services.GetValueOrDefault(key);
        var needs = NeedsOf(key, kind is { Outside: true });
        yield return new() { Key = key, CasesPerWeek = 0, Needs = needs, EmergencyLevel = HalfBack, Rto = (kind ?? catalogue.Services[ReferenceCatalogue.Other]).RequiredHours };
        if (kind is null) yield break;
        var start = catalogue.Days(kind.Substitute == ReferenceSubstitute.Counter ? "counter-substitute" : "office-substitute", IsProvider ? Number("provider-substitute") : 1);
        yield return new() { Key = ReferenceKeys.Anyhow(key), CasesPerWeek = 0, Needs = needs, Substitutes = [new() { Key = "elsewhere", Start = start, Capacity = 0.5 }] };
        yield return new() { Key = ReferenceKeys.OneOffice(key), CasesPerWeek = 0, Needs = needs, EmergencyLevel = Number("emergency-level") };
    }

    private IReadOnlyList<NeedGroupInput> NeedsOf(string service, bool outside)
    {
        IReadOnlyList<NeedGroupInput> inside = [NeedGroupInput.Of(ReferenceKeys.Of(ReferenceKeys.Application(service))), Workplaces];
        return outside ? [.. inside, NeedGroupInput.Of(ReferenceKeys.Of(ReferenceKeys.Outside))] : inside;
    }

    private NeedGroupInput Workplaces => new([new(ReferenceKeys.Of(ReferenceKeys.FirstFleet), Number("first-fleet-share")), new(ReferenceKeys.Of(ReferenceKeys.Fleet))]);

    private IEnumerable<ServiceInput> Marks()
    {
        foreach (var key in (string[])[ReferenceKeys.Release, ReferenceKeys.EmergencyBase, ReferenceKeys.Servers, ReferenceKeys.Outside, ReferenceKeys.Rest])
            yield return Mark(key, [key]);
        yield return Mark(ReferenceKeys.AnyFleet, []) with { Needs = [Workplaces], EmergencyLevel = Number("emergency-level") };
        for (var batches = 1; batches <= FleetBatches; batches++)
            yield return Mark(ReferenceKeys.Batches(batches), [ReferenceKeys.Fleet]) with { EmergencyLevel = (double)batches / FleetBatches };

        // The telephone: it works as soon as the body has organised itself, which is what its detection gate stands for.
        yield return Mark(ReferenceKeys.Contact, [ReferenceKeys.Servers]) with { Substitutes = [new() { Key = "telephone", Start = Distribution.Zero, Capacity = 0.5 }] };
    }

    private static ServiceInput Mark(string key, IReadOnlyList<string> needs) =>
        new() { Key = key, CasesPerWeek = 0, Needs = [.. needs.Select(n => NeedGroupInput.Of(ReferenceKeys.Of(n)))] };
}
