using System.Runtime.InteropServices;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What one service delivers in one run, from hour 0 until its own capacity is back; keeps its memory from service to service.</summary>
internal sealed class ServiceTimeline(CompiledModel model, IPlayedRun played)
{
    private readonly List<(double Time, double Value)> _steps = [];
    private readonly List<SubstituteUse> _substitutes = [];
    private readonly List<double> _cuts = [];
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

    // A piece ends with the next step of the own capacity, and where a substitute begins or ends.
    private void CutPieces(int service)
    {
        _steps.Clear();
        played.CopySteps(service, _steps);
        _cuts.Clear();
        foreach (var substitute in _substitutes)
        {
            AddCut(substitute.From);
            AddCut(substitute.To);
        }

        _cuts.Sort();
        var (from, step, cut) = (0.0, 0, 0);
        while (from < End)
        {
            while (step + 1 < _steps.Count && _steps[step + 1].Time <= from) step++;
            while (cut < _cuts.Count && _cuts[cut] <= from) cut++;
            var to = step + 1 < _steps.Count ? Math.Min(End, _steps[step + 1].Time) : End;
            if (cut < _cuts.Count) to = Math.Min(to, _cuts[cut]);
            _pieces.Add(PieceOf(from, to, _steps[step].Value));
            from = to;
        }
    }

    private void AddCut(double time)
    {
        if (time < End) _cuts.Add(time);
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
