using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Incremental;

/// <summary>Tells whether two inputs say the same. Lists that are not compared here count as different, so that the worst is a needless run.</summary>
internal static class SameInputs
{
    /// <summary>Everything but the services: what decides when the resources of a body come back.</summary>
    public static bool Work(BodyInput one, BodyInput other) =>
        ReferenceEquals(one, other) || (one.Key == other.Key && Team(one.Team, other.Team) && Each(one.Resources, other.Resources, Resource));

    /// <summary>The services of a body.</summary>
    public static bool Services(BodyInput one, BodyInput other) => ReferenceEquals(one, other) || Each(one.Services, other.Services, Service);

    /// <summary>All that urgency is derived from: what depends on what, and how soon it is required.</summary>
    public static bool Demands(BodyInput one, BodyInput other) =>
        ReferenceEquals(one, other)
        || (Each(one.Resources, other.Resources, (a, b) => a.Key == b.Key && a.RequiredTimeOverride == b.RequiredTimeOverride && Needs(a.Needs, b.Needs) && Needs(a.Prerequisites, b.Prerequisites))
            && Each(one.Services, other.Services, (a, b) => a.Key == b.Key && Required(a) == Required(b) && Needs(a.Needs, b.Needs)));

    public static bool Outage(OutageInput one, OutageInput other) =>
        ReferenceEquals(one, other)
        || (one with { Hits = other.Hits, Gates = other.Gates } == other && Groups(HitGroups.Flatten(one), HitGroups.Flatten(other)) && Each(one.Gates, other.Gates, Gate));

    private static (double?, double?, double?, double, double) Required(ServiceInput service) => (service.Rto, service.Mtpd, service.Rpo, service.EmergencyLevel, service.CasesPerWeek);

    private static bool Team(TeamInput one, TeamInput other) =>
        one with { Help = other.Help, WorkHours = other.WorkHours } == other && Each(one.Help, other.Help, (a, b) => a == b) && Each(one.WorkHours, other.WorkHours, Calendar);

    private static bool Calendar(WorkCalendar one, WorkCalendar other) => one.Breakpoints.SequenceEqual(other.Breakpoints);

    private static bool Resource(ResourceInput one, ResourceInput other) =>
        one with { Needs = other.Needs, Prerequisites = other.Prerequisites } == other && Needs(one.Needs, other.Needs) && Needs(one.Prerequisites, other.Prerequisites);

    private static bool Service(ServiceInput one, ServiceInput other) =>
        one with { Needs = other.Needs, Deadlines = other.Deadlines, Substitutes = other.Substitutes } == other
        && Needs(one.Needs, other.Needs) && Each(one.Deadlines, other.Deadlines, Deadline) && Each(one.Substitutes, other.Substitutes, Substitute);

    private static bool Deadline(DeadlineInput one, DeadlineInput other) =>
        one with { Due = other.Due } == other && Each(one.Due, other.Due, (a, b) => a.SequenceEqual(b));

    private static bool Substitute(SubstituteInput one, SubstituteInput other) => one with { Needs = other.Needs } == other && Needs(one.Needs, other.Needs);

    private static bool Needs(IReadOnlyList<NeedGroupInput>? one, IReadOnlyList<NeedGroupInput>? other) =>
        one is null || other is null ? one is null && other is null : Each(one, other, (a, b) => a.Members.SequenceEqual(b.Members));

    private static bool Groups(List<(HitGroupInput Group, int Parent)> one, List<(HitGroupInput Group, int Parent)> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.Parent == pair.Second.Parent && Group(pair.First.Group, pair.Second.Group));

    private static bool Group(HitGroupInput one, HitGroupInput other) =>
        one with { Members = other.Members, Groups = other.Groups } == other && one.Groups.Count == other.Groups.Count && Each(one.Members, other.Members, Hit);

    private static bool Hit(HitInput one, HitInput other) => one with { Gates = other.Gates } == other && one.Gates.SequenceEqual(other.Gates);

    private static bool Gate(GateInput one, GateInput other) =>
        one with { After = other.After, AfterResources = other.AfterResources, DetectedBy = other.DetectedBy } == other
        && one.After.SequenceEqual(other.After) && one.AfterResources.SequenceEqual(other.AfterResources) && one.DetectedBy.SequenceEqual(other.DetectedBy);

    private static bool Each<T>(IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, T, bool> same) where T : class
    {
        if (ReferenceEquals(one, other)) return true;
        if (one.Count != other.Count) return false;
        for (var i = 0; i < one.Count; i++)
            if (!ReferenceEquals(one[i], other[i]) && !same(one[i], other[i]))
                return false;
        return true;
    }
}
