using ResilienceMonitor.EngineBench.Workloads;

namespace ResilienceMonitor.EngineBench.Plain;

/// <summary>
/// What a good programmer writes in an afternoon: lists, objects and the priority queue of the library, one trial after the other. The measure
/// for every other engine.
/// </summary>
internal sealed class PlainEngine
{
    private readonly Network network;
    private readonly IDraws draws;
    private readonly double[] up;
    private readonly bool[] hit;
    private readonly OrganisationDraw[] luck;
    private readonly List<int>[] dependants;
    private readonly int[] waitingFor;
    private readonly double[] work;
    private readonly double[] reconnection;
    private readonly PriorityQueue<(Happening What, int Subject), double> queue = new();
    private readonly PriorityQueue<int, int> ready = new();

    public PlainEngine(Network network, IDraws draws)
    {
        (this.network, this.draws) = (network, draws);
        up = new double[network.Assets];
        (work, reconnection, waitingFor) = (new double[network.Assets], new double[network.Assets], new int[network.Assets]);
        hit = new bool[network.Organisations.Count];
        luck = new OrganisationDraw[network.Organisations.Count];
        dependants = [.. Enumerable.Range(0, network.Assets).Select(_ => new List<int>())];
        foreach (var organisation in network.Organisations)
            foreach (var (number, asset) in organisation.Assets.Index())
                foreach (var needed in asset.Needs.Where(n => n >= organisation.FirstAsset))
                    dependants[needed].Add(organisation.FirstAsset + number);
        (Full, Emergency) = (new double[network.Services], new double[network.Services]);
    }

    private enum Happening
    {
        Gate,
        Aid,
        Free,
        Up,
    }

    /// <summary>Hours until each service is fully back, in the last trial.</summary>
    public double[] Full { get; }

    /// <summary>The same, or until it is delivered by hand, whichever comes first.</summary>
    public double[] Emergency { get; }

    /// <summary>Many trials and their figures.</summary>
    public static Figures Run(Network network, IDraws draws, int trials)
    {
        var engine = new PlainEngine(network, draws);
        var (full, emergency) = (Rows(), Rows());
        for (var trial = 0; trial < trials; trial++)
        {
            engine.Play(trial);
            for (var service = 0; service < full.Length; service++)
                (full[service][trial], emergency[service][trial]) = (engine.Full[service], engine.Emergency[service]);
        }

        return Figures.Of(network, full, emergency);

        double[][] Rows() => [.. Enumerable.Range(0, network.Services).Select(_ => new double[trials])];
    }

    public void Play(int trial)
    {
        draws.Begin(trial);
        foreach (var organisation in network.Organisations)
        {
            Hit(organisation);
            if (hit[organisation.Number]) Restore(organisation);
            else PassOn(organisation);
            foreach (var (number, service) in organisation.Services.Index()) Deliver(organisation.FirstService + number, service);
        }
    }

    private void Hit(Organisation organisation)
    {
        var drawn = luck[organisation.Number] = draws.Organisation(organisation.Number);
        var around = organisation.Parent is { } parent ? luck[parent.Number].Severity : draws.Global;
        hit[organisation.Number] = drawn.Hit < organisation.Size.HitBase + organisation.Size.HitSlope * around && (organisation.Parent is null || hit[organisation.Parent.Number]);
    }

    private void PassOn(Organisation organisation)
    {
        foreach (var (number, asset) in organisation.Assets.Index())
        {
            var latest = 0.0;
            foreach (var needed in asset.Needs) latest = Math.Max(latest, up[needed]);
            up[organisation.FirstAsset + number] = latest;
        }
    }

    private void Restore(Organisation organisation)
    {
        var (drawn, first) = (luck[organisation.Number], organisation.FirstAsset);
        var gate = drawn.Detection + drawn.Forensics;
        var encrypted = 0.35 + 0.55 * drawn.Severity;
        foreach (var (number, asset) in organisation.Assets.Index())
        {
            var draw = draws.Asset(first + number, number < organisation.Size.Base);
            work[first + number] = draw.Encrypted < encrypted ? draw.Restore : draw.Check;
            reconnection[first + number] = draw.Reconnection;
            var (local, from) = (0, gate);
            foreach (var needed in asset.Needs)
                if (needed >= first) local++;
                else from = Math.Max(from, up[needed]);

            // It waits for its needs, and for the moment from which it may be worked on at all.
            waitingFor[first + number] = local + 1;
            queue.Enqueue((Happening.Gate, first + number), from);
        }

        queue.Enqueue((Happening.Aid, 0), drawn.AidArrival);
        Work(organisation);
    }

    private void Work(Organisation organisation)
    {
        var (free, left) = (organisation.Size.Teams, organisation.Assets.Count);
        while (left > 0 && queue.TryDequeue(out var happening, out var now))
        {
            Happen(happening);
            while (queue.TryPeek(out _, out var next) && next == now) Happen(queue.Dequeue());
            while (free > 0 && ready.TryDequeue(out var asset, out _))
            {
                free--;
                queue.Enqueue((Happening.Free, asset), now + work[asset]);
                queue.Enqueue((Happening.Up, asset), now + work[asset] + reconnection[asset]);
            }

            void Happen((Happening What, int Subject) event_)
            {
                switch (event_.What)
                {
                    case Happening.Aid: free += organisation.Size.AidTeams; break;
                    case Happening.Free: free++; break;
                    case Happening.Gate: Come(event_.Subject); break;
                    default:
                        up[event_.Subject] = now;
                        left--;
                        foreach (var after in dependants[event_.Subject]) Come(after);
                        break;
                }
            }

            void Come(int asset)
            {
                if (--waitingFor[asset] == 0) ready.Enqueue(asset, organisation.Assets[asset - organisation.FirstAsset].Rank);
            }
        }

        queue.Clear();
    }

    private void Deliver(int number, Service service)
    {
        var full = 0.0;
        foreach (var needed in service.Needs) full = Math.Max(full, up[needed]);
        if (service.OneOf is var (a, b)) full = Math.Max(full, Math.Min(up[a], up[b]));
        Full[number] = full;
        Emergency[number] = service.HasFallback ? Math.Min(full, draws.Fallback(number)) : full;
    }
}
