using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Checks;

/// <summary>Checks one body: keys, references and ranges.</summary>
internal sealed class BodyCheck(RegionIndex index, ProblemList problems)
{
    /// <summary>Lists of hours that were looked at: bodies share calendars, and those are long.</summary>
    private readonly HashSet<IReadOnlyList<double>> _seen = new(ReferenceEqualityComparer.Instance);

    public void Check(BodyInput body)
    {
        CheckTeam(new(body.Key, ""), body.Team);
        var resources = new HashSet<string>();
        foreach (var resource in body.Resources)
        {
            var name = new EntityRef(body.Key, resource.Key);
            problems.Unique(resources, resource.Key, name, "Resource");
            CheckResource(name, resource);
        }

        var services = new HashSet<string>();
        foreach (var service in body.Services)
        {
            var name = new EntityRef(body.Key, service.Key);
            problems.Unique(services, service.Key, name, "Service");
            CheckService(name, service);
        }
    }

    private void CheckTeam(EntityRef body, TeamInput team)
    {
        problems.Range(body, "People", team.People, 0, InputLimits.People);
        problems.Range(body, "ShareAbsent", team.ShareAbsent, 0, 1);
        problems.Range(body, "CostPerHour", team.CostPerHour, 0, InputLimits.Amount);
        if (team.WorkHours.Count == 0) problems.OutOfRange(body, "Number of work calendars", 0, "1 or one for each start");

        // They ascend.
        foreach (var calendar in team.WorkHours)
            foreach (var hour in calendar.Breakpoints.Take(1).Concat(calendar.Breakpoints.TakeLast(1)))
                problems.Range(body, "Breakpoint of work hours", hour, 0);

        var keys = new HashSet<string>();
        foreach (var help in team.Help)
        {
            var name = body with { Key = help.Key };
            problems.Unique(keys, help.Key, name, "Help");
            problems.Range(name, "People", help.People, 0, InputLimits.People);
            problems.Range(name, "Stay", help.Stay, 0, double.PositiveInfinity);
            problems.Range(name, "CostPerHour", help.CostPerHour, 0, InputLimits.Amount);
            problems.Draws(name, "Delay", help.Delay);
        }
    }

    private void CheckResource(EntityRef name, ResourceInput resource)
    {
        problems.Draws(name, "RestoreWork", resource.RestoreWork);
        problems.Draws(name, "CheckWork", resource.CheckWork);
        problems.Draws(name, "Waiting", resource.Waiting);
        problems.Draws(name, "CheckWaiting", resource.CheckWaiting);
        problems.Range(name, "MaxPeople", resource.MaxPeople, 1, InputLimits.People);
        problems.Range(name, "BackupUsable", resource.BackupUsable, 0, 1);
        problems.Range(name, "RebuildFactor", resource.RebuildFactor, 1, InputLimits.Amount);
        problems.Range(name, "DataLossHours", resource.DataLossHours, 0, double.PositiveInfinity);
        problems.Range(name, "RestartFailure", resource.RestartFailure, 0, 1);
        problems.Range(name, "RestartRepeat", resource.RestartRepeat, 0, 1);
        problems.Range(name, "Batches", resource.Batches, 1, 20);
        problems.Range(name, "RequiredTimeOverride", resource.RequiredTimeOverride ?? 0, 0, double.PositiveInfinity);
        problems.Range(name, "ReplacementCost", resource.ReplacementCost, 0, InputLimits.Amount);
        CheckNeeds(name, resource.Needs);
        CheckNeeds(name, resource.Prerequisites ?? []);
    }

    private void CheckService(EntityRef name, ServiceInput service)
    {
        problems.Range(name, "CasesPerWeek", service.CasesPerWeek, 0, InputLimits.Amount);
        problems.PositiveShare(name, "EmergencyLevel", service.EmergencyLevel);
        problems.Range(name, "Mtpd", service.Mtpd ?? 0, 0, double.PositiveInfinity);
        problems.Range(name, "Rto", service.Rto ?? 0, 0, double.PositiveInfinity);
        problems.Range(name, "Rpo", service.Rpo ?? 0, 0, double.PositiveInfinity);
        problems.Range(name, "ExtraCapacity", service.ExtraCapacity, 0, InputLimits.Amount);
        problems.Range(name, "LossPerCaseDay", service.LossPerCaseDay, 0, InputLimits.Amount);
        problems.Range(name, "ExpiryAge", service.ExpiryAge ?? 0, 0, double.PositiveInfinity);
        problems.Range(name, "LossPerExpiredCase", service.LossPerExpiredCase, 0, InputLimits.Amount);
        problems.Range(name, "IncomePerCase", service.IncomePerCase, 0, InputLimits.Amount);
        CheckNeeds(name, service.Needs);
        CheckDeadlines(name, service);
        var keys = new HashSet<string>();
        foreach (var substitute in service.Substitutes)
        {
            problems.Unique(keys, substitute.Key, name, "Substitute");
            CheckSubstitute(name, substitute);
        }
    }

    private void CheckDeadlines(EntityRef name, ServiceInput service)
    {
        var keys = new HashSet<string>();
        foreach (var deadline in service.Deadlines)
        {
            problems.Unique(keys, deadline.Key, name, "Deadline");
            problems.RangeOf(name, "Lead", deadline.Key, deadline.Lead, 0);
            foreach (var due in deadline.Due.Where(_seen.Add))
                for (var i = 0; i < due.Count; i++)
                    if (!(due[i] >= (i > 0 ? due[i - 1] : double.MinValue) && due[i] <= double.MaxValue))
                        problems.OutOfRange(name, $"Due hour {i} of {deadline.Key}", due[i], "a finite number, not before the one in front of it");
        }
    }

    private void CheckSubstitute(EntityRef name, SubstituteInput substitute)
    {
        problems.DrawsOf(name, "Start", substitute.Key, substitute.Start);
        problems.RangeOf(name, "Capacity", substitute.Key, substitute.Capacity, 0, 1);
        problems.RangeOf(name, "Endurance", substitute.Key, substitute.Endurance, 0, double.PositiveInfinity);
        problems.RangeOf(name, "RekeyShare", substitute.Key, substitute.RekeyShare, 0, 1);
        CheckNeeds(name, substitute.Needs);
        if (substitute.Partner is { } partner && index.Service(partner) < 0) problems.Unknown(name, partner, "partner service");
    }

    private void CheckNeeds(EntityRef owner, IReadOnlyList<NeedGroupInput> groups)
    {
        foreach (var group in groups)
        {
            if (group.Members.Count is 0 or > InputLimits.Alternatives) problems.OutOfRange(owner, "Number of members of a group", group.Members.Count, $"1 to {InputLimits.Alternatives}");
            foreach (var member in group.Members)
            {
                if (!ProblemList.IsPositiveShare(member.Capacity)) problems.PositiveShare(owner, $"Capacity with {member.Resource}", member.Capacity);
                if (index.Resource(member.Resource) < 0) problems.Unknown(owner, member.Resource, "resource");
            }
        }
    }
}
