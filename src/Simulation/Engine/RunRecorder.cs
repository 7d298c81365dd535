using ResilienceMonitor.Simulation.Blocks;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Writes what is kept of a body in the runs that are played. One for each thread.</summary>
internal sealed class RunRecorder
{
    private readonly CompiledModel _model;
    private readonly IPlayedRun _played;
    private readonly ServiceTimeline _timeline;
    private readonly Backlog _backlog = new();
    private readonly DataLoss _dataLoss;
    private readonly bool _hasBacklog;
    private readonly bool _hasCost;
    private readonly bool _hasStates;
    private BodyRuns _runs = null!;
    private RunBlock _block = null!;
    private int[] _services = [];
    private StateCounts _states = new(0);
    private int _body;

    public RunRecorder(CompiledModel model, IPlayedRun played)
    {
        (_model, _played) = (model, played);
        (_timeline, _dataLoss, Sums) = (new(model, played), new(model), new(model.Figures));
        (_hasCost, _hasStates) = (model.Figures.HasFlag(Figures.Cost), model.Figures.HasFlag(Figures.States));
        _hasBacklog = (model.Figures & (Figures.Backlog | Figures.Cost | Figures.Curves | Figures.States)) != 0;
    }

    /// <summary>Sums over services in the block.</summary>
    public BodyBlock Sums { get; }

    /// <summary>Turns to a body; <see cref="Leave"/> ends it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="runs">Where its runs are kept.</param>
    /// <param name="services">Its services that are followed run by run.</param>
    public void Turn(int body, BodyRuns runs, int[] services)
    {
        (_body, _runs, _services) = (body, runs, services);
        _states = new(_hasStates ? runs.Services.Length : 0);
        if (_model.HasRpo) _dataLoss.Turn(services);
    }

    /// <summary>Hands over what was counted.</summary>
    public void Leave() => _states.MoveTo(_runs.States);

    /// <summary>Turns to a block; <see cref="End"/> ends it.</summary>
    public void Begin(RunBlock block)
    {
        _block = block;
        Sums.Clear();
    }

    /// <summary>Writes what was summed up over services.</summary>
    public void End() => Sums.WriteTo(_runs, _block, _model.Bodies[_body].TotalWeight);

    /// <summary>Keeps the run of the block that was just played.</summary>
    public void Record(int lane)
    {
        var run = _block[lane];
        var compiled = _model.Bodies[_body];
        for (var i = 0; i < _runs.Up.Length; i++)
        {
            _runs.Up[i][run] = (float)_played.FullAt(compiled.Resources[i]);
            _runs.Hit[i][run] = _played.HitOf(compiled.Resources[i]) is not null;
        }

        if (_hasCost) RecordCost(run);
        if (_services.Length == 0) return;
        if (_model.HasRpo) _dataLoss.Follow(_played);
        var detection = Detection(compiled);
        foreach (var service in _services)
        {
            _timeline.Follow(service, detection, run);
            if (_hasBacklog) _backlog.Follow(_model.Services[service], _timeline);
            RecordService(service, lane, run);
            if (_hasStates) _states.Add(service - compiled.FirstService, _timeline, _backlog.Cleared);
            if (Sums.HasCurve) AddToCurve(lane, compiled.Weight(service));
        }
    }

    private double Detection(CompiledBody body)
    {
        if (body.DetectedBy.Length == 0) return 0;
        var earliest = double.PositiveInfinity;
        foreach (var gate in body.DetectedBy) earliest = Math.Min(earliest, _played.Passes(gate));
        return earliest;
    }

    private void RecordService(int service, int lane, int run)
    {
        var input = _model.Services[service].Input;
        var runs = _runs.Service(service);
        var stretch = new Stretches(_timeline.Pieces, input.EmergencyLevel);
        Sums.DaysLost[lane] += stretch.DaysLost;
        if (runs.DaysLost.Length > 0) runs.DaysLost[run] = (float)stretch.DaysLost;
        if (runs.Own.Length > 0)
        {
            runs.First[run] = (float)_timeline.First;
            runs.Emergency[run] = (float)_timeline.Emergency;
            runs.Own[run] = (float)_timeline.Own;
            runs.MtpdExceeded[run] = stretch.LongestBelow > input.Mtpd + Instant.Width;
        }

        if (_hasBacklog)
        {
            Sums.UndoneCaseDays[lane] += _backlog.UndoneCaseHours / 24;
            Sums.Loss[lane] += input.LossPerCaseDay * _backlog.UndoneCaseHours / 24 + input.LossPerExpiredCase * _backlog.Expired;
            Sums.Income[lane] += input.IncomePerCase * _backlog.GreatestOpen;
        }

        if (runs.Cleared.Length > 0)
        {
            runs.Cleared[run] = (float)_backlog.Cleared;
            runs.UndoneCaseDays[run] = (float)(_backlog.UndoneCaseHours / 24);
            runs.ExpiredCases[run] = (float)_backlog.Expired;
        }

        if (runs.RpoExceeded.Length == 0) return;
        runs.RpoExceeded[run] = input.Rpo is { } rpo && _dataLoss.OfNeeds(_model.ServiceNode(service)) > rpo;
        for (var i = 0; i < input.Deadlines.Count; i++)
            _runs.Missed(_model.Services[service].FirstDeadline + i)[run] = CountMissed(input.Deadlines[i], input.EmergencyLevel, _model.StartOf(run));
    }

    // Dates after the own return are met, and dates at or before hour 0 are not this outage's matter.
    private ushort CountMissed(DeadlineInput deadline, double emergencyLevel, int start)
    {
        if (_timeline.Own == 0 || deadline.Due.Count == 0) return 0;
        var missed = 0;
        var dues = deadline.Due[deadline.Due.Count > start ? start : 0];
        for (var i = 0; i < dues.Count; i++)
        {
            var due = dues[i];
            if (due >= _timeline.Own || due > OutageSimulation.Horizon) break;
            if (due <= 0) continue;
            var lead = Math.Max(0, due - deadline.Lead);
            if (!IsMetWithin(lead, due, emergencyLevel) && !_timeline.IsLastRunRepeated(lead, due)) missed++;
        }

        return (ushort)Math.Min(missed, ushort.MaxValue);
    }

    private bool IsMetWithin(double from, double to, double emergencyLevel)
    {
        foreach (var piece in _timeline.Pieces)
        {
            if (piece.From > to) return false;
            if (piece.To > from && Level.Reached(piece.Total, emergencyLevel)) return true;
        }

        return false;
    }

    private void AddToCurve(int lane, double weight)
    {
        // Only gaps are taken out again: a substitute may end before the own capacity is back.
        Sums.AddToCurve(CurveLayer.First, lane, _timeline.First, weight);
        foreach (var piece in _timeline.Pieces)
            if (piece.From > _timeline.First && piece.Total == 0)
                Sums.AddToCurve(CurveLayer.First, lane, piece.From, piece.To < OutageSimulation.Horizon ? piece.To : double.PositiveInfinity, -weight);
        Sums.AddToCurve(CurveLayer.Own, lane, _timeline.Own, weight);
        Sums.AddToCurve(CurveLayer.Cleared, lane, _backlog.Cleared, weight);
    }

    private void RecordCost(int run)
    {
        var team = _model.Bodies[_body].Input.Team;
        _runs.Staff[run] = _played.HoursWorked(_body, Crew.OwnPeople) * team.CostPerHour;
        for (var i = 0; i < team.Help.Count; i++) _runs.OutsideHelp[run] += _played.HoursWorked(_body, i + 1) * team.Help[i].CostPerHour;
        foreach (var resource in _model.Bodies[_body].Resources)
            if (_played.HitOf(resource) == HitKind.Damaged)
                _runs.Devices[run] += _model.Resources[resource].Input.ReplacementCost;
    }
}
