using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>In which order units are played, after which of them the services of each body can be followed, and what is asked for until then.</summary>
internal sealed class UnitPlan
{
    private const int Never = -1;

    private readonly CompiledModel _model;
    private readonly OwnerGroups _groups;
    private readonly bool[] _asked;
    private readonly int[] _followedAt;

    public UnitPlan(CompiledModel model, OwnerGroups groups)
    {
        (_model, _groups) = (model, groups);
        (Units, UnitOfBody, UnitOfGate) = UnitCompiler.Compile(model);
        _asked = new bool[model.Resources.Length];
        for (var i = 0; i < model.Resources.Length; i++)
        {
            AskForNeeds(model.Needs.ResourcesOf(i), UnitOfBody[model.Resources[i].Body]);
            AskForNeeds(model.Prerequisites.ResourcesOf(i), UnitOfBody[model.Resources[i].Body]);
        }

        foreach (var (number, gate) in model.Outage.Gates.Index()) AskForNeeds(gate.AfterResources, UnitOfGate[number]);
        _followedAt = new int[model.Bodies.Length];
        for (var body = 0; body < _followedAt.Length; body++)
        {
            var resources = ResourcesOf(body);
            _followedAt[body] = resources.Select(r => UnitOfBody[model.Resources[r].Body]).Concat(model.Bodies[body].DetectedBy.Select(g => UnitOfGate[g])).Append(UnitOfBody[body]).Max();
            AskForNeeds([.. resources], IsFollowedLater(body) ? Never : UnitOfBody[body]);
        }

        Followed = new([.. Enumerable.Range(0, Units.Length).Select(unit => Enumerable.Range(0, _followedAt.Length).Where(body => _followedAt[body] == unit).ToArray())]);
    }

    /// <summary>Each after those it waits for.</summary>
    public UnitModel[] Units { get; }

    public int[] UnitOfBody { get; }

    public int[] UnitOfGate { get; }

    /// <summary>For each unit the bodies whose services can be followed once it was played.</summary>
    public IntLists Followed { get; }

    /// <summary>True if a resource is asked for when its unit is over.</summary>
    public bool IsAskedLater(int resource) => _asked[resource];

    /// <summary>True if the services of a body are followed when its unit is over.</summary>
    public bool IsFollowedLater(int body) => _followedAt[body] != UnitOfBody[body];

    // Asked for while a unit is played, or never while one is.
    private void AskForNeeds(ReadOnlySpan<int> resources, int unit)
    {
        foreach (var resource in resources) _asked[resource] |= UnitOfBody[_model.Resources[resource].Body] != unit;
    }

    // Everything that is looked at to follow the services of a body: its own resources, and what services and substitutes need, through resources whose
    // capacity has to be followed step by step.
    private HashSet<int> ResourcesOf(int body)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>(_model.Bodies[body].Resources);
        for (var service = _model.Bodies[body].FirstService; service < _model.Bodies[body].EndService; service++)
        {
            AddNeeds(_model.ServiceNode(service));
            foreach (var substitute in _model.Services[service].Substitutes)
            {
                AddNeeds(substitute.Node);
                if (substitute.Partner >= 0) AddNeeds(_model.ServiceNode(substitute.Partner));
            }
        }

        while (open.TryPop(out var resource))
            if (seen.Add(resource) && !_groups.IsSimple[resource])
                AddNeeds(resource);
        return seen;

        void AddNeeds(int node)
        {
            foreach (var needed in _model.Needs.ResourcesOf(node)) open.Push(needed);
        }
    }
}
