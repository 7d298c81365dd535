using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Writes what is kept of a body in the runs that are played. One for each thread.</summary>
internal sealed class RunRecorder(CompiledModel model, IPlayedRun played)
{
    private readonly CompiledModel _model = model;
    private readonly IPlayedRun _played = played;
    private readonly ServiceTimeline _timeline = new(model, played);
    private readonly Backlog _backlog = new();
    private readonly DataLoss _dataLoss = new(model);
    private readonly CurveShares _curve = new();
    private BodyRuns _runs = null!;
    private StateCounts _states = new(0);
    private int _body;

    /// <summary>Turns to a body; <see cref="Leave"/> ends it.</summary>
    public void Turn(int body, BodyRuns runs)
    {
        (_body, _runs, _states) = (body, runs, new(runs.Services.Length));
        if (_model.HasRpo) _dataLoss.Turn(_model.Bodies[body]);
    }

    /// <summary>Hands over what was counted.</summary>
    public void Leave() => _states.MoveTo(_runs.States);

    /// <summary>Keeps the run that was just played.</summary>
    public void Record(int run)
    {
        var compiled = _model.Bodies[_body];
        for (var i = 0; i < compiled.Resources.Length; i++)
        {
            _runs.Up[i][run] = (float)_played.FullAt(compiled.Resources[i]);
            _runs.Hit[i][run] = _played.HitOf(compiled.Resources[i]) is not null;
        }

        if (_model.HasRpo) _dataLoss.Follow(_played);
        var detection = Detection(compiled);
        var sums = new BodySums();
        _curve.Clear();
        for (var service = compiled.FirstService; service < compiled.EndService; service++)
        {
            _timeline.Follow(service, detection, run);
            _backlog.Follow(_model.Services[service], _timeline);
            sums.Add(RecordService(service, run));
            _states.Add(service - compiled.FirstService, _timeline, _backlog.Cleared);
            AddToCurve(compiled.Weight(service));
        }

        _runs.DaysLost[run] = sums.DaysLost;
        _runs.UndoneCaseDays[run] = sums.UndoneCaseDays;
        _runs.LostFeesAndFines[run] = sums.Loss;
        _runs.IncomeNotYetCollected[run] = sums.Income;
        foreach (var layer in CurveShares.Layers) _curve.CopyTo(layer, compiled.TotalWeight, _runs.Curve[(int)layer], _runs.Runs, run);
        RecordCost(run);
    }

    private double Detection(CompiledBody body)
    {
        if (body.DetectedBy.Length == 0) return 0;
        var earliest = double.PositiveInfinity;
        foreach (var gate in body.DetectedBy) earliest = Math.Min(earliest, _played.Passes(gate));
        return earliest;
    }

    private BodySums RecordService(int service, int run)
    {
        var input = _model.Services[service].Input;
        var runs = _runs.Service(service);
        var stretch = new Stretches(_timeline.Pieces, input.EmergencyLevel);
        runs.First[run] = (float)_timeline.First;
        runs.Emergency[run] = (float)_timeline.Emergency;
        runs.Own[run] = (float)_timeline.Own;
        runs.Cleared[run] = (float)_backlog.Cleared;
        runs.DaysLost[run] = (float)stretch.DaysLost;
        runs.UndoneCaseDays[run] = (float)(_backlog.UndoneCaseHours / 24);
        runs.ExpiredCases[run] = (float)_backlog.Expired;
        runs.MtpdExceeded[run] = stretch.LongestBelow > input.Mtpd + Instant.Width;
        runs.RpoExceeded[run] = input.Rpo is { } rpo && _dataLoss.OfNeeds(_model.ServiceNode(service)) > rpo;
        for (var i = 0; i < input.Deadlines.Count; i++)
            _runs.Missed(_model.Services[service].FirstDeadline + i)[run] = CountMissed(input.Deadlines[i], input.EmergencyLevel, _model.StartOf(run));

        return new()
        {
            DaysLost = stretch.DaysLost,
            UndoneCaseDays = _backlog.UndoneCaseHours / 24,
            Loss = input.LossPerCaseDay * _backlog.UndoneCaseHours / 24 + input.LossPerExpiredCase * _backlog.Expired,
            Income = input.IncomePerCase * _backlog.GreatestOpen,
        };
    }

    // Dates after the own return are met, and dates at or before hour 0 are not this outage's matter.
    private ushort CountMissed(DeadlineInput deadline, double emergencyLevel, int start)
    {
        if (_timeline.Own == 0 || deadline.Due.Count == 0) return 0;
        var missed = 0;
        foreach (var due in deadline.Due[deadline.Due.Count > start ? start : 0])
        {
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

    private void AddToCurve(double weight)
    {
        // Only gaps are taken out again: a substitute may end before the own capacity is back.
        _curve.Add(CurveLayer.First, _timeline.First, double.PositiveInfinity, weight);
        foreach (var piece in _timeline.Pieces)
            if (piece.From > _timeline.First && piece.Total == 0)
                _curve.Add(CurveLayer.First, piece.From, piece.To < OutageSimulation.Horizon ? piece.To : double.PositiveInfinity, -weight);
        _curve.Add(CurveLayer.Own, _timeline.Own, double.PositiveInfinity, weight);
        _curve.Add(CurveLayer.Cleared, _backlog.Cleared, double.PositiveInfinity, weight);
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
