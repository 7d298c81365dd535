using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Incremental;

/// <summary>What a body asks of others.</summary>
internal sealed class BodyLinks
{
    public BodyLinks(BodyInput body)
    {
        (Key, Work, Services, Partners) = (body.Key, [], [], []);
        foreach (var resource in body.Resources)
        {
            Add(Work, resource.Needs);
            Add(Work, resource.Prerequisites ?? []);
        }

        foreach (var service in body.Services)
        {
            Add(Services, service.Needs);
            foreach (var substitute in service.Substitutes)
            {
                Add(Services, substitute.Needs);
                if (substitute.Partner is { } partner && partner.Body != Key) Partners.Add(partner.Body);
            }
        }
    }

    public string Key { get; }

    /// <summary>Resources of others that its resources wait for.</summary>
    public HashSet<EntityRef> Work { get; }

    /// <summary>Resources of others that its services and their substitutes need.</summary>
    public HashSet<EntityRef> Services { get; }

    /// <summary>Bodies whose services stand in for its own.</summary>
    public HashSet<string> Partners { get; }

    private void Add(HashSet<EntityRef> into, IReadOnlyList<NeedGroupInput> groups)
    {
        foreach (var group in groups)
            foreach (var member in group.Members)
                if (member.Resource.Body != Key)
                    into.Add(member.Resource);
    }
}
