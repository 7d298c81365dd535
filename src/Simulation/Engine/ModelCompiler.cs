using ResilienceMonitor.Simulation.Checks;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Turns checked inputs into a <see cref="CompiledModel"/>.</summary>
internal sealed class ModelCompiler
{
    private readonly RegionInput _region;
    private readonly OutageInput _outage;
    private readonly RunOptions _options;
    private readonly RegionIndex _index;
    private readonly ChanceSource _chance;

    /// <summary>Number of a resource in the model, by its number in the input.</summary>
    private readonly int[] _numbers;

    private ModelCompiler(RegionInput region, OutageInput outage, RunOptions options)
    {
        (_region, _outage, _options) = (region, outage, options);
        _index = new(region, outage);
        _chance = new(options.Seed, options.Runs, options.Points ?? new(PointPlanner.Draws(region, outage)));
        _numbers = new int[_index.Resources.Count];
        var next = 0;
        foreach (var node in new WaitGraph(_index, outage).Walk().Order)
            if (node < _numbers.Length)
                _numbers[node] = next++;
    }

    /// <exception cref="ArgumentException">Inputs or options are not valid.</exception>
    public static CompiledModel Compile(RegionInput region, OutageInput outage, RunOptions options)
    {
        RegionCheck.Require(region, outage);
        OptionsCheck.Require(region, options);
        return CompileChecked(region, outage, options);
    }

    /// <summary>Compiles what is known to be valid.</summary>
    public static CompiledModel CompileChecked(RegionInput region, OutageInput outage, RunOptions options) => new ModelCompiler(region, outage, options).Model();

    private CompiledModel Model()
    {
        var services = Services();
        var substitutes = services.SelectMany(s => s.Substitutes).ToArray();
        var byNumber = new ResourceInput[_numbers.Length];
        for (var i = 0; i < _numbers.Length; i++) byNumber[_numbers[i]] = _index.Resources[i].Input;
        var needs = new NeedTable(
        [
            .. byNumber.Select(r => Groups(r.Needs)),
            .. services.Select(s => Groups(s.Input.Needs)),
            .. substitutes.Select(s => Groups(s.Input.Needs)),
        ]);
        var prerequisites = new NeedTable([.. byNumber.Select(r => Groups(r.Prerequisites ?? r.Needs))]);
        var ranks = RankOrder.Of(_index, _options.RestartOrder ?? []);
        return new()
        {
            Bodies = Bodies(ranks),
            Resources = Resources(needs, ranks),
            Services = services,
            Outage = new OutageCompiler(_index, _numbers, _chance).Compile(_outage),
            Needs = needs,
            NodesNeeding = IntLists.Reverse(_numbers.Length, [.. Enumerable.Range(0, needs.Owners).Select(i => needs.ResourcesOf(i).ToArray())]),
            Prerequisites = prerequisites,
            ResourcesAfter = IntLists.Reverse(_numbers.Length, [.. Enumerable.Range(0, prerequisites.Owners).Select(i => prerequisites.ResourcesOf(i).ToArray())]),
            Dispatch = _options.Dispatch,
            Figures = _options.Figures,
            HasRpo = _options.Figures.HasFlag(Figures.Deadlines) && services.Any(s => s.Input.Rpo is not null),
        };
    }

    private List<List<(int, double)>> Groups(IReadOnlyList<NeedGroupInput> groups)
        => [.. groups.Select(g => g.Members.Select(m => (_numbers[_index.Resource(m.Resource)], m.Capacity)).ToList())];

    private CompiledBody[] Bodies(RankOrder ranks)
    {
        var bodies = new CompiledBody[_region.Bodies.Count];
        for (var i = 0; i < bodies.Length; i++) bodies[i] = Body(_region.Bodies[i], i > 0 ? bodies[i - 1].EndService : 0, ranks);
        return bodies;
    }

    private CompiledBody Body(BodyInput body, int firstService, RankOrder ranks)
    {
        var present = (int)Math.Round(body.Team.People * (1 - body.Team.ShareAbsent), MidpointRounding.AwayFromZero);
        var resources = body.Resources.Select(r => _index.Resource(new(body.Key, r.Key))).ToArray();
        return new()
        {
            Input = body,
            Present = body.Team.People > 0 ? Math.Max(1, present) : 0,
            HelpDelays = [.. body.Team.Help.Select(h => _chance.Stream(ChancePurpose.HelpDelay, body.Key, h.Key))],
            Windows = [.. body.Team.WorkHours.Select(calendar => calendar.Window)],
            Resources = [.. resources.Select(r => _numbers[r])],
            ByRank = [.. resources.OrderBy(r => ranks[r]).Select(r => _numbers[r])],
            Named = resources.Count(ranks.IsNamed),
            FirstService = firstService,
            Cases = body.Services.Sum(s => s.CasesPerWeek),
            DetectedBy = [.. Enumerable.Range(0, _index.Gates.Count).Where(g => _index.Gates[g].Input.DetectedBy.Contains(body.Key))],
        };
    }

    private CompiledResource[] Resources(NeedTable needs, RankOrder ranks)
    {
        var resources = new CompiledResource[_numbers.Length];
        var input = new int[_numbers.Length];
        for (var i = 0; i < _numbers.Length; i++) input[_numbers[i]] = i;
        var normal = new double[_numbers.Length];
        for (var i = 0; i < resources.Length; i++)
        {
            normal[i] = needs.Capacity(i, normal);
            var (name, resource) = _index.Resources[input[i]];
            resources[i] = new()
            {
                Ref = name,
                Input = resource,
                Body = _index.Body(name.Body),
                Rank = ranks[input[i]],
                NormalCapacity = normal[i],
                RestoreWork = _chance.Stream(ChancePurpose.RestoreWork, name.Body, name.Key),
                CheckWork = _chance.Stream(ChancePurpose.CheckWork, name.Body, name.Key),
                Waiting = _chance.Stream(ChancePurpose.Waiting, name.Body, name.Key),
                Backup = _chance.Stream(ChancePurpose.Backup, name.Body, name.Key),
                RestartTest = _chance.Stream(ChancePurpose.RestartTest, name.Body, name.Key),
            };
        }

        return resources;
    }

    private CompiledService[] Services()
    {
        var node = _numbers.Length + _index.Services.Count;
        var deadline = 0;
        var services = new CompiledService[_index.Services.Count];
        for (var i = 0; i < services.Length; i++)
        {
            var (name, input) = _index.Services[i];
            services[i] = new()
            {
                Ref = name,
                Input = input,
                Body = _index.Body(name.Body),
                FirstDeadline = deadline,
                Substitutes =
                [
                    .. input.Substitutes.Select(s => new CompiledSubstitute
                    {
                        Input = s,
                        Start = _chance.Stream(ChancePurpose.SubstituteStart, name.Body, name.Key, s.Key),
                        Node = node++,
                        Partner = s.Partner is { } partner ? _index.Service(partner) : -1,
                    }),
                ],
            };
            deadline += input.Deadlines.Count;
        }

        return services;
    }
}
