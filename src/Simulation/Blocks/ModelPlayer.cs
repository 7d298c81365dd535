using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Plays all runs of a model, unit by unit: all blocks of one, then the services of the bodies for which everything is known by then, so that only what
/// others ask for has to be kept.
/// </summary>
internal sealed class ModelPlayer
{
    private readonly CompiledModel _model;
    private readonly UnitPlan _plan;
    private readonly GivenRows? _given;
    private readonly BlockWorker[] _workers;
    private readonly double[][] _kept;
    private readonly BlockHits[] _hits;
    private readonly int _runs;
    private readonly int _played;
    private readonly Action<double> _progress;
    private readonly double _step;
    private readonly CancellationToken _ct;

    /// <param name="model">The model.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="threads">Threads; the result does not depend on it.</param>
    /// <param name="progress">Told the share of the work that each step was.</param>
    /// <param name="ct">Cancels between two blocks.</param>
    /// <param name="keepsRows">True if <see cref="Played"/> will be asked for.</param>
    /// <param name="given">What is known already; null: nothing.</param>
    public ModelPlayer(CompiledModel model, int runs, int threads, Action<double> progress, CancellationToken ct, bool keepsRows = false, GivenRows? given = null)
    {
        (_model, _given, _runs, _progress, _ct, Groups) = (model, given, runs, progress, ct, new(model));
        _plan = new(model, Groups);
        var layout = new RowLayout(model, _plan, keepsRows || given is not null);
        given?.Turn(layout);
        var all = RunBlock.Of([.. Enumerable.Range(0, runs)]);
        _kept = new double[all.Length][];
        _workers = [.. Enumerable.Range(0, Math.Min(threads, all.Length)).Select(_ => new BlockWorker(model, Groups, new(layout, _kept)))];
        var blocks = given?.Blocks ?? (IsUntouchedFine() ? Hit(all) : all);
        _played = blocks.Sum(b => b.Count);
        _hits = new BlockHits[blocks.Length];
        _step = 1.0 / blocks.Length / (1 + _plan.Units.Length);
        ForEachBlock((worker, block) =>
        {
            _kept[block] = new double[layout.Kept * Block.Runs];
            given?.CopyTo(block, _kept[block]);
            _hits[block] = worker.Hits.Draw(blocks[block]);
            _progress(_step);
        });
        Played = new(layout, _kept, blocks);
    }

    /// <summary>What the owners of the model need.</summary>
    public OwnerGroups Groups { get; }

    /// <summary>All rows, once everything was played.</summary>
    public PlayedRows Played { get; }

    /// <summary>Plays.</summary>
    /// <param name="keep">Given what is kept of each body, one after the other; all of it may be dropped afterwards.</param>
    public void Play(Action<int, BodyRuns> keep)
    {
        for (var unit = 0; unit < _plan.Units.Length; unit++)
        {
            // What passes with the unit is followed block by block, what waited for it by the way of what was kept.
            var isKnown = _given?.IsKnown(_plan.Units[unit]) == true;
            var followed = _plan.Followed[unit].ToArray().Where(body => _given?.IsFollowed(body) != false).ToLookup(_plan.IsFollowedLater);
            if (!isKnown)
                foreach (var worker in _workers) worker.Turn(_plan.Units[unit]);
            if (!isKnown || followed[false].Any()) Follow([.. followed[false]], keep, (worker, block) => { if (!isKnown) worker.Play(_hits[block]); });
            foreach (var body in followed[true]) Follow([body], keep, (_, _) => { });
        }
    }

    private void Follow(int[] bodies, Action<int, BodyRuns> keep, Action<BlockWorker, int> first)
    {
        BodyRuns[] runs = [.. bodies.Select(body => new BodyRuns(_model, body, _runs))];
        foreach (var body in runs) body.LeaveOut(_runs - _played);
        foreach (var worker in _workers) worker.Turn(bodies, runs);
        ForEachBlock((worker, block) =>
        {
            first(worker, block);
            worker.Follow(_hits[block]);
            _progress(_step);
        });
        foreach (var worker in _workers) worker.Leave();
        for (var i = 0; i < bodies.Length; i++) keep(bodies[i], runs[i]);
    }

    // Where a service falls short although nothing is hit, runs without hits have to be played too.
    private bool IsUntouchedFine()
    {
        double[] normal = [.. _model.Resources.Select(r => r.NormalCapacity)];
        return Enumerable.Range(0, _model.Services.Length).All(service => Level.Reached(_model.Needs.Capacity(_model.ServiceNode(service), normal), Level.Normal));
    }

    // Runs in which something is hit, closed up.
    private RunBlock[] Hit(RunBlock[] all)
    {
        var hit = new List<int>();
        foreach (var block in all)
            for (var lanes = _workers[0].Hits.AnyHit(block) & block.Lanes; lanes != 0; lanes &= lanes - 1)
                hit.Add(block[System.Numerics.BitOperations.TrailingZeroCount(lanes)]);
        return hit.Count == _runs ? all : RunBlock.Of([.. hit]);
    }

    private void ForEachBlock(Action<BlockWorker, int> step)
    {
        var next = 0;
        if (_workers.Length == 1) Work(_workers[0]);
        else Parallel.ForEach(_workers, new ParallelOptions { MaxDegreeOfParallelism = _workers.Length }, Work);
        _ct.ThrowIfCancellationRequested();

        // Cancelling ends the loops quietly; the caller's thread throws, so that no exception has to cross threads.
        void Work(BlockWorker worker)
        {
            while (!_ct.IsCancellationRequested && Interlocked.Increment(ref next) - 1 is var block && block < _hits.Length)
                step(worker, block);
        }
    }
}
