using System.Runtime.InteropServices;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What one service delivers in one run, from hour 0 until its own capacity is back; keeps its memory from service to service.</summary>
internal sealed class ServiceTimeline(CompiledModel model, IPlayedRun played)
{
    private readonly List<(double Time, double Value)> _steps = [];
    private readonly List<SubstituteUse> _substitutes = [];
    private readonly List<double> _bounds = [];
    private readonly List<Piece> _pieces = [];

    /// <summary>Stretches from 0 to <see cref="End"/> without gaps.</summary>
    public ReadOnlySpan<Piece> Pieces => CollectionsMarshal.AsSpan(_pieces);

    /// <summary>First hour with any delivery; infinity: never.</summary>
    public double First { get; private set; }

    /// <summary>First hour at the emergency level; infinity: never.</summary>
    public double Emergency { get; private set; }

    /// <summary>Hour from which the own capacity is normal; infinity: never.</summary>
    public double Own { get; private set; }

    /// <summary>Own return or horizon, whichever is earlier. From the own return on the service counts as fully delivered.</summary>
    public double End => Math.Min(Own, OutageSimulation.Horizon);

    /// <param name="service">The service.</param>
    /// <param name="detection">When its body detects the outage.</param>
    /// <param name="run">The run just played.</param>
    public void Follow(int service, double detection, int run)
    {
        var compiled = model.Services[service];
        Own = played.OwnReaches(service, Level.Normal);
        _pieces.Clear();
        _substitutes.Clear();
        if (Own > 0)
        {
            foreach (var substitute in compiled.Substitutes) AddSubstitute(substitute, detection, run);
            CutPieces(service);
        }

        First = FirstTime(Level.AboveZero);
        Emergency = FirstTime(compiled.Input.EmergencyLevel);
    }

    /// <summary>True if a substitute that repeats the last payment run can be used at some moment of a stretch, both ends included.</summary>
    public bool IsLastRunRepeated(double from, double to)
    {
        foreach (var substitute in _substitutes)
            if (substitute.RepeatsLastRun && substitute.Touches(from, to))
                return true;
        return false;
    }

    private double FirstTime(double level)
    {
        foreach (var piece in _pieces)
            if (Level.Reached(piece.Total, level))
                return piece.From;
        return Own;
    }

    private void AddSubstitute(CompiledSubstitute substitute, double detection, int run)
    {
        var start = detection + substitute.Start.Draw(substitute.Input.Start, run);
        start = Math.Max(start, played.AvailableAt(substitute.Node));
        if (substitute.Partner >= 0)
        {
            var level = model.Services[substitute.Partner].Input.EmergencyLevel;
            start = Math.Max(start, played.OwnReaches(substitute.Partner, level));
        }

        var input = substitute.Input;
        if (start < End) _substitutes.Add(new(start, start + input.Endurance, input.Capacity, input.RekeyShare, input.RepeatsLastRun));
    }

    private void CutPieces(int service)
    {
        _steps.Clear();
        played.CopySteps(service, _steps);
        _bounds.Clear();
        foreach (var (time, _) in _steps) AddBound(time);
        _bounds.Add(End);
        foreach (var substitute in _substitutes)
        {
            InsertBound(substitute.From);
            InsertBound(substitute.To);
        }

        var step = 0;
        for (var i = 0; i + 1 < _bounds.Count; i++)
        {
            while (step + 1 < _steps.Count && _steps[step + 1].Time <= _bounds[i]) step++;
            _pieces.Add(PieceOf(_bounds[i], _bounds[i + 1], _steps[step].Value));
        }
    }

    private void AddBound(double time)
    {
        if (time < End) _bounds.Add(time);
    }

    private void InsertBound(double time)
    {
        var position = _bounds.BinarySearch(time);
        if (position < 0 && time < End) _bounds.Insert(~position, time);
    }

    // Total is the greatest, never the sum. Of equal substitutes the first in the list does the work.
    private Piece PieceOf(double from, double to, double own)
    {
        var (total, rekey) = (own, 0.0);
        foreach (var substitute in _substitutes)
        {
            if (!substitute.IsOpenAt(from) || substitute.Capacity <= total) continue;
            total = substitute.Capacity;
            rekey = (total - own) * substitute.RekeyShare;
        }

        return new(from, to, total, rekey);
    }
}
