using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Draws what is hit in a run, and how much work that is.</summary>
internal sealed class HitDraw(CompiledModel model)
{
    private readonly bool[] _groupHit = new bool[model.Outage.Groups.Length];
    private readonly double[] _severity = new double[model.Outage.Groups.Length];
    private readonly bool[] _happened = new bool[model.Outage.Hits.Length];

    /// <summary>Slip factor of the run.</summary>
    public double Slip { get; private set; }

    public void Draw(int run, ResourceState[] states)
    {
        var outage = model.Outage;
        Slip = outage.Slip.Draw(outage.Input.Slip, run);
        Array.Clear(states);
        for (var i = 0; i < outage.Groups.Length; i++)
        {
            var group = outage.Groups[i];
            _groupHit[i] = (group.Parent < 0 || _groupHit[group.Parent]) && group.Stream.Happens(ChanceOf(group, run), run);
            if (group.PassesSeverity) _severity[i] = group.Severity.Uniform(run);
        }

        for (var i = 0; i < outage.Hits.Length; i++)
        {
            var hit = outage.Hits[i];
            _happened[i] = _groupHit[hit.Group] && hit.Stream.Happens(hit.Chance + hit.ChanceBySeverity * _severity[hit.Group], run);
            if (_happened[i] && !(states[hit.Resource].Hit >= hit.Kind)) states[hit.Resource].Hit = hit.Kind;
        }

        for (var i = 0; i < states.Length; i++)
            if (states[i].Hit is HitKind.Stopped or HitKind.Damaged)
                DrawWork(run, model.Resources[i], ref states[i]);
    }

    /// <summary>True if a hit happened in this run and is of the kind that counts for its resource.</summary>
    public bool Counts(int hit, in ResourceState state) => _happened[hit] && model.Outage.Hits[hit].Kind == state.Hit;

    private double ChanceOf(CompiledGroup group, int run)
    {
        if (group.ChanceBySeverity == 0) return group.Chance;
        return group.Chance + group.ChanceBySeverity * (group.Parent < 0 ? model.Outage.Severity.Uniform(run) : _severity[group.Parent]);
    }

    private void DrawWork(int run, CompiledResource resource, ref ResourceState state)
    {
        var input = resource.Input;
        var isDamaged = state.Hit == HitKind.Damaged;
        state.BackupLost = isDamaged && !resource.Backup.Happens(input.BackupUsable, run);
        var work = isDamaged ? resource.RestoreWork.Draw(input.RestoreWork, run) : resource.CheckWork.Draw(input.CheckWork, run);
        work *= Slip * (state.BackupLost ? input.RebuildFactor : 1);
        state.PartHours = work / resource.Parts;
        var failsOnce = isDamaged && !resource.IsFleet && resource.RestartTest.Happens(input.RestartFailure, run);
        state.ReworkPartHours = failsOnce ? state.PartHours * input.RestartRepeat : 0;
        state.Waiting = resource.Waiting.Draw(isDamaged ? input.Waiting : input.CheckWaiting, run);
        state.Unstarted = state.Unfinished = resource.Parts;
    }
}
