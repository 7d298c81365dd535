using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Engine;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation;

/// <summary>Required times and emergency levels, propagated from services to every resource they depend on.</summary>
/// <remarks>
/// Required time = minimum over everything that depends on it, nothing is subtracted along the way. A member of a one-of group inherits
/// only if no other member alone reaches the emergency level. An override of a person replaces the derived value and is what is passed on.
/// </remarks>
public static class Requirements
{
    /// <summary>Derives the requirement of every resource that has one (a service depends on it in any way, or a person set a time), in the order of the input.</summary>
    /// <remarks>
    /// Needs and prerequisites both pass the required time on; data loss and emergency level pass over needs only. In a group of prerequisites
    /// any member will do, so that only a single member inherits. Cases count over every way, alternatives included, each service once.
    /// </remarks>
    /// <exception cref="ArgumentException">The region is not valid; <see cref="RegionCheck"/> names the reasons beforehand.</exception>
    public static IReadOnlyList<Requirement> Propagate(RegionInput region)
    {
        RegionCheck.Require(region);
        var index = new RegionIndex(region, null);
        var table = new RequirementTable(index);
        return
        [
            .. from i in Enumerable.Range(0, index.Resources.Count)
               let row = table[i]
               where row.EmergencyLevel > 0 || row.CasesPerWeek > 0 || double.IsFinite(row.RequiredTime) || table.IsOverridden(i)
               select new Requirement(
                   index.Resources[i].Ref,
                   row.RequiredTime,
                   row.RequiredDataLoss,
                   row.EmergencyLevel,
                   row.CasesPerWeek,
                   table.IsOverridden(i),
                   table.PathFrom(i)),
        ];
    }
}

/// <summary>What is required of a resource, and why.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="RequiredTime">Hours by which it must be back [RTO]; infinity: nothing requires it.</param>
/// <param name="RequiredDataLoss">Greatest bearable loss of data in hours [RPO]; infinity: none stated.</param>
/// <param name="EmergencyLevel">Greatest emergency level of what depends on it, 0..1.</param>
/// <param name="CasesPerWeek">Cases a week of all services that depend on it (breaks ties).</param>
/// <param name="Overridden">True if a person set the required time.</param>
/// <param name="Path">Why: from this resource over what needs it up to the service that sets the required time; ties by smaller key. Empty if nothing requires it or it is overridden.</param>
public sealed record Requirement(EntityRef Resource, double RequiredTime, double RequiredDataLoss, double EmergencyLevel, double CasesPerWeek, bool Overridden, IReadOnlyList<EntityRef> Path);
