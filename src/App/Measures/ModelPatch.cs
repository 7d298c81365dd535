using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Measures;

/// <summary>Effects on the model of one body.</summary>
internal static class ModelPatch
{
    private const double DefaultHelpDelay = 72;

    public static BodyModel Apply(BodyModel model, MeasureEffect effect) => effect.Parameter switch
    {
        MeasureParameter.BackupUsable => Resources(model, effect, r => r with { BackupUsable = EffectFilter.Share(effect, r.BackupUsable) }),
        MeasureParameter.RebuildFactor => Resources(model, effect, r => r with { RebuildFactor = Math.Max(1, EffectFilter.Number(effect, r.RebuildFactor)) }),
        MeasureParameter.DataLossHours => Resources(model, effect, r => r with { DataLossHours = Math.Max(0, EffectFilter.Number(effect, r.DataLossHours)) }),
        MeasureParameter.RestoreWork => Resources(model, effect, r => r with { RestoreWork = EffectFilter.Scale(effect, r.RestoreWork) }),
        MeasureParameter.CheckWork => Resources(model, effect, r => r with { CheckWork = EffectFilter.Scale(effect, r.CheckWork) }),
        MeasureParameter.WaitingHours => Resources(model, effect, r => r with { WaitingHours = EffectFilter.Scale(effect, r.WaitingHours) }),
        MeasureParameter.RestartFailure => Resources(model, effect, r => r with { RestartFailure = EffectFilter.Share(effect, r.RestartFailure) }),
        MeasureParameter.MaxPeople => Resources(model, effect, r => r with { MaxPeople = Math.Max(1, EffectFilter.Count(effect, r.MaxPeople)) }),
        MeasureParameter.SpareClientShare => SpareClients.Apply(model, effect),
        MeasureParameter.TeamPeople => Team(model, t => t with { People = EffectFilter.Count(effect, t.People) }),
        MeasureParameter.TeamHoursADay => Team(model, t => t with { HoursADay = Math.Clamp(EffectFilter.Number(effect, t.HoursADay), 1, 24) }),
        MeasureParameter.TeamDaysAWeek => Team(model, t => t with { DaysAWeek = Math.Clamp(EffectFilter.Count(effect, t.DaysAWeek), 1, 7) }),
        MeasureParameter.ShareAbsent => Team(model, t => t with { ShareAbsent = EffectFilter.Share(effect, t.ShareAbsent) }),
        MeasureParameter.HelpPeople => Team(model, t => t with { Help = [.. t.Help, Helpers(t, effect)] }),
        MeasureParameter.HelpDelayHours => Team(model, t => t with { Help = [.. t.Help.Select(h => h with { DelayHours = EffectFilter.Scale(effect, h.DelayHours) })] }),
        MeasureParameter.SubstitutePrepared => Substitutes(model, effect, s => s with { Prepared = effect.Value > 0 }),
        MeasureParameter.SubstituteStart => Substitutes(model, effect, s => s with
        {
            StartPrepared = EffectFilter.Scale(effect, s.StartPrepared),
            StartUnprepared = s.StartUnprepared is { } start ? EffectFilter.Scale(effect, start) : null,
        }),
        MeasureParameter.SubstituteCapacity => Substitutes(model, effect, s => s with { Capacity = EffectFilter.Share(effect, s.Capacity) }),
        MeasureParameter.SubstituteEndurance => Substitutes(model, effect, s => s with { EnduranceHours = s.EnduranceHours is { } hours ? EffectFilter.Number(effect, hours) : null }),
        MeasureParameter.NeighbourAgreement => Substitutes(model, effect, s => s.Kind != SubstituteKind.Neighbour ? s : s with
        {
            Prepared = true,
            Partner = null,
            Capacity = Math.Max(s.Capacity, effect.Value),
        }),
        MeasureParameter.ExtraCapacity => Services(model, effect, s => s with { ExtraCapacity = Math.Max(0, EffectFilter.Number(effect, s.ExtraCapacity)) }),
        MeasureParameter.SegmentChance or MeasureParameter.MemberChance or MeasureParameter.GateDuration or MeasureParameter.YearlyChance =>
            throw new ArgumentException($"{effect.Parameter} changes the scenario, not a model.", nameof(effect)),
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    private static HelpContract Helpers(TeamContent team, MeasureEffect effect) => new()
    {
        Key = $"measure-{team.Help.Count}",
        People = EffectFilter.Count(effect, 0),
        DelayHours = Spread.Between(DefaultHelpDelay / 2, DefaultHelpDelay, DefaultHelpDelay * 2),
        CostPerHour = team.CostPerHour,
    };

    private static BodyModel Team(BodyModel model, Func<TeamContent, TeamContent> change) => model with { Team = change(model.Team) };

    private static BodyModel Resources(BodyModel model, MeasureEffect effect, Func<ResourceContent, ResourceContent> change) => model with
    {
        Resources = Change(model.Resources, (key, r) => EffectFilter.Matches(effect, key, r) ? change(r) : r),
    };

    private static BodyModel Services(BodyModel model, MeasureEffect effect, Func<ServiceContent, ServiceContent> change) => model with
    {
        Services = Change(model.Services, (key, s) => EffectFilter.Matches(effect, key, s) ? change(s) : s),
    };

    private static BodyModel Substitutes(BodyModel model, MeasureEffect effect, Func<Substitute, Substitute> change) =>
        Services(model, effect, service => service with { Substitutes = [.. service.Substitutes.Select(s => EffectFilter.Matches(effect, s) ? change(s) : s)] });

    internal static SortedDictionary<string, T> Change<T>(IReadOnlyDictionary<string, T> items, Func<string, T, T> change) where T : ItemContent =>
        new(items.ToDictionary(i => i.Key, i => change(i.Key, i.Value), StringComparer.Ordinal), StringComparer.Ordinal);
}
