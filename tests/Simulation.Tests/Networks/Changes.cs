using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>Changes of inputs that properties compare.</summary>
internal static class Changes
{
    /// <summary>One more own person in every body.</summary>
    public static RegionInput MorePeople(RegionInput region) => new()
    {
        // Without absence, so that one more on the list is one more present.
        Bodies = [.. region.Bodies.Select(b => b with { Team = b.Team with { People = b.Team.People + 1, ShareAbsent = 0 } })],
    };

    public static RegionInput NobodyAbsent(RegionInput region) => new() { Bodies = [.. region.Bodies.Select(b => b with { Team = b.Team with { ShareAbsent = 0 } })] };

    /// <summary>The outage without any hit of one resource.</summary>
    public static OutageInput Spare(OutageInput outage, EntityRef resource) => outage with { Hits = [.. outage.Hits.Select(group => Spare(group, resource))] };

    /// <summary>All durations times a factor, on the inputs of a body.</summary>
    public static BodyInput Stretch(BodyInput body, double factor) => body with
    {
        Team = body.Team with { Help = [.. body.Team.Help.Select(h => h with { Delay = Scale(h.Delay, factor), Stay = h.Stay * factor })] },
        Resources =
        [
            .. body.Resources.Select(r => r with
            {
                RestoreWork = Scale(r.RestoreWork, factor),
                CheckWork = Scale(r.CheckWork, factor),
                Waiting = Scale(r.Waiting, factor),
                CheckWaiting = Scale(r.CheckWaiting, factor),
                RequiredTimeOverride = r.RequiredTimeOverride * factor,
            }),
        ],
        Services = [.. body.Services.Select(s => Stretch(s, factor))],
    };

    public static OutageInput Stretch(OutageInput outage, double factor)
        => outage with { Gates = [.. outage.Gates.Select(g => g with { Duration = Scale(g.Duration, factor) })] };

    private static ServiceInput Stretch(ServiceInput service, double factor) => service with
    {
        Mtpd = service.Mtpd * factor,
        ExpiryAge = service.ExpiryAge * factor,
        Substitutes = [.. service.Substitutes.Select(s => s with { Start = Scale(s.Start, factor), Endurance = s.Endurance * factor })],
    };

    private static HitGroupInput Spare(HitGroupInput group, EntityRef resource) => group with
    {
        Members = [.. group.Members.Where(hit => hit.Resource != resource)],
        Groups = [.. group.Groups.Select(inner => Spare(inner, resource))],
    };

    // Its table has the same errors then, three times as large.
    private static Distribution Scale(Distribution distribution, double factor) =>
        distribution is PertValue pert ? Distribution.Pert(factor * pert.Min, factor * pert.Likely, factor * pert.Max) : new Scaled(distribution, factor);

    private sealed record Scaled(Distribution Inner, double Factor) : Distribution
    {
        public override double Quantile(double u) => Factor * Inner.Quantile(u);
    }
}
