using System.Collections.Concurrent;
using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Services.Compilation;

/// <summary>
/// Turns models into the input of the engine. Calendars are long in the making, so one compiler keeps them for the whole program: they are shared
/// between bodies with the same hours and holidays, between requests and between threads.
/// </summary>
public sealed class RegionCompiler(Holidays holidays)
{
    // About half a megabyte and ten kilobytes each. Bodies may enter what they like, so that the room must have an end.
    private const int MostWindows = 40;
    private const int MostDues = 1_000;
    private readonly ConcurrentDictionary<(string Zone, string? State, double Hours, int Days, LocalDateTime Start, int Starts), IReadOnlyList<WorkCalendar>> windows = [];
    private readonly ConcurrentDictionary<(string Zone, string? State, string Deadline, LocalDateTime Start, int Starts), IReadOnlyList<IReadOnlyList<double>>> dues = [];

    private readonly ConcurrentDictionary<(int Year, string? State), IReadOnlySet<LocalDate>> free = [];

    /// <param name="set">The models.</param>
    /// <param name="starts">Starts of the outage, either <see cref="OutageStart.Unknown"/> or the first of them; runs take them in turn.</param>
    /// <param name="fallen">Providers the scenario takes down: neighbours there are no help.</param>
    public RegionInput Compile(ModelSet set, IReadOnlyList<LocalDateTime> starts, IReadOnlySet<string> fallen) =>
        new() { Bodies = [.. set.All.Select(m => Body(m, set, starts, fallen))] };

    private BodyInput Body(BodyModel model, ModelSet set, IReadOnlyList<LocalDateTime> starts, IReadOnlySet<string> fallen)
    {
        var calendar = CalendarOf(model.Body);
        return new BodyInput
        {
            Key = model.Key,
            Team = Team(model, starts, calendar),
            Resources = [.. model.Resources.Select(r => ResourceOf(model.Key, r.Key, r.Value))],
            Services = [.. model.Services.Where(s => s.Value.Responsibility == Responsibility.Own)
                .Select(s => ServiceOf(model, s.Key, s.Value, set, starts, fallen, calendar))],
        };
    }

    private HourCalendar CalendarOf(BodyContent body) =>
        new(DateTimeZoneProviders.Tzdb[body.Zone], year => Free(year, body.State));

    private IReadOnlySet<LocalDate> Free(int year, string? state)
    {
        return free.GetOrAdd((year, state), key => holidays.In(key.Year, key.State).Select(h => h.Date).ToHashSet());
    }

    private TeamInput Team(BodyModel model, IReadOnlyList<LocalDateTime> starts, HourCalendar calendar)
    {
        var team = model.Team;
        var key = (model.Body.Zone, model.Body.State, team.HoursADay, team.DaysAWeek, starts[0], starts.Count);
        if (windows.Count >= MostWindows) windows.Clear();
        var hours = windows.GetOrAdd(key, _ => [.. starts.Select(s => calendar.Windows(s, team.HoursADay, team.DaysAWeek))]);
        return new TeamInput
        {
            People = team.People,
            ShareAbsent = team.ShareAbsent,
            CostPerHour = team.CostPerHour,
            WorkHours = hours,
            Help = [.. team.Help.Select(h => new HelpInput
            {
                Key = h.Key,
                People = h.People,
                Delay = h.DelayHours.ToDistribution(),
                Stay = h.StayHours ?? double.PositiveInfinity,
                CostPerHour = h.CostPerHour,
            })],
        };
    }

    private static ResourceInput ResourceOf(string body, string key, ResourceContent r) => new()
    {
        Key = key,
        RestoreWork = r.RestoreWork.ToDistribution(),
        CheckWork = r.CheckWork.ToDistribution(),
        MaxPeople = r.MaxPeople,
        Waiting = r.WaitingHours.ToDistribution(),
        BackupUsable = r.BackupUsable,
        RebuildFactor = r.RebuildFactor,
        DataLossHours = r.DataLossHours,
        RestartFailure = r.RestartFailure,
        RestartRepeat = r.RestartRepeat,
        Batches = Math.Clamp(r.Units ?? 1, 1, 20),
        ReplacementCost = r.ReplacementCost,
        RequiredTimeOverride = r.Required?.Hours,
        Needs = Groups(body, r.Needs),
        Prerequisites = r.Prerequisites is null ? null : Groups(body, r.Prerequisites),
    };

    private ServiceInput ServiceOf(
        BodyModel model, string key, ServiceContent s, ModelSet set, IReadOnlyList<LocalDateTime> starts, IReadOnlySet<string> fallen, HourCalendar calendar) => new()
        {
            Key = key,
            CasesPerWeek = s.CasesPerWeek,
            Needs = Groups(model.Key, s.Needs),
            EmergencyLevel = s.EmergencyLevel,
            Mtpd = s.MtpdHours,
            Rto = s.RtoHours,
            Rpo = s.RpoHours,
            ExtraCapacity = s.ExtraCapacity,
            LossPerCaseDay = s.LossPerCaseDay,
            ExpiryAge = s.ExpiryHours,
            LossPerExpiredCase = s.LossPerExpiredCase,
            IncomePerCase = s.IncomePerCase,
            Deadlines = [.. s.Deadlines.Select(d => new DeadlineInput { Key = d.Key, Lead = d.LeadDays * 24, Due = Due(model.Body, d, starts, calendar) })],
            Substitutes = [.. s.Substitutes.Select(x => SubstituteOf(model.Key, key, x, set, fallen)).OfType<SubstituteInput>()],
        };

    // Null: it cannot start at all, because nothing is prepared or because the neighbour falls with the same provider.
    private static SubstituteInput? SubstituteOf(string body, string service, Substitute s, ModelSet set, IReadOnlySet<string> fallen)
    {
        if ((s.Prepared ? s.StartPrepared : s.StartUnprepared) is not { } start) return null;
        EntityRef? partner = null;
        if (s.Partner is { } key)
        {
            if (set.All.FirstOrDefault(m => m.Key == key) is { } simulated)
            {
                if (!simulated.Services.TryGetValue(service, out var same) || same.Responsibility != Responsibility.Own) return null;
                partner = new EntityRef(key, service);
            }
            else if (set.PartnerProviders.TryGetValue(key, out var providers) && providers.Any(fallen.Contains))
            {
                return null;
            }
        }

        return new SubstituteInput
        {
            Key = s.Key,
            Start = start.ToDistribution(),
            Capacity = s.Capacity,
            Endurance = s.EnduranceHours ?? double.PositiveInfinity,
            RekeyShare = s.RekeyShare,
            Needs = Groups(body, s.Needs),
            Partner = partner,
            RepeatsLastRun = s.Kind is SubstituteKind.RepeatLastRun or SubstituteKind.WaiveDeadline,
        };
    }

    private IReadOnlyList<IReadOnlyList<double>> Due(BodyContent body, Deadline deadline, IReadOnlyList<LocalDateTime> starts, HourCalendar calendar)
    {
        var key = (body.Zone, body.State, $"{deadline.Rule}|{deadline.Day}|{string.Join(',', deadline.Months)}|{deadline.Date}", starts[0], starts.Count);
        if (dues.Count >= MostDues) dues.Clear();
        return dues.GetOrAdd(key, _ => [.. starts.Select(s => DeadlineHours.After(s, deadline, calendar))]);
    }

    private static IReadOnlyList<NeedGroupInput> Groups(string body, IReadOnlyList<NeedGroup> groups) =>
        [.. groups.Select(g => new NeedGroupInput([.. g.Members.Select(m => new NeedMemberInput(ResourceKey.Parse(m.Resource, body), m.Capacity))]))];
}
