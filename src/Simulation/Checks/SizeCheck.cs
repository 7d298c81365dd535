using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Counts what a region has before anything is built from it.</summary>
internal static class SizeCheck
{
    /// <summary>Notes what there is too much of.</summary>
    public static void Check(RegionInput region, ProblemList problems)
    {
        Most("Bodies", region.Bodies.Count, InputLimits.Bodies);
        Most("Resources", region.Bodies.Sum(b => (long)b.Resources.Count), InputLimits.Resources);
        Most("Services", region.Bodies.Sum(b => (long)b.Services.Count), InputLimits.Services);
        if (problems.Problems.Count == 0) Most("Members of all groups", region.Bodies.Sum(NeedsOf), InputLimits.Needs);

        void Most(string what, long count, long most)
        {
            if (count > most) problems.Add(RegionProblemKind.TooLarge, [], $"{what} of the region: {count}; allowed: up to {most}.");
        }
    }

    private static long NeedsOf(BodyInput body) =>
        body.Resources.Sum(r => Members(r.Needs) + Members(r.Prerequisites ?? [])) + body.Services.Sum(s => Members(s.Needs) + s.Substitutes.Sum(x => Members(x.Needs)));

    private static long Members(IReadOnlyList<NeedGroupInput> groups)
    {
        var count = 0L;
        foreach (var group in groups) count += group.Members.Count;
        return count;
    }
}
