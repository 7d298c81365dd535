namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What is kept of every run, until the statistics are made. Each run writes only its own slots, so threads need no locks.</summary>
/// <remarks>Values of services and resources are single precision, for a region has millions of them: at five years that is a quarter of a minute.</remarks>
internal sealed class RunStore(CompiledModel model, int runs)
{
    private readonly System.Collections.Concurrent.ConcurrentBag<StateCounts> _states = [];

    public int Runs { get; } = runs;

    public ServiceRuns[] Services { get; } = [.. model.Services.Select(_ => new ServiceRuns(runs))];

    public BodyRuns[] Bodies { get; } = [.. model.Bodies.Select(_ => new BodyRuns(runs))];

    /// <summary>Dates missed: for each deadline one value for each run.</summary>
    public ushort[][] DatesMissed { get; } = Tables<ushort>(model.Deadlines, runs);

    /// <summary>Hour of full capacity: for each resource one value for each run.</summary>
    public float[][] Up { get; } = Tables<float>(model.Resources.Length, runs);

    public bool[][] Hit { get; } = Tables<bool>(model.Resources.Length, runs);

    /// <summary>Counts of all threads.</summary>
    public IReadOnlyCollection<StateCounts> States => _states;

    /// <summary>Counts for one thread of its own.</summary>
    public StateCounts NewStateCounts()
    {
        var counts = new StateCounts(model.Services.Length);
        _states.Add(counts);
        return counts;
    }

    private static T[][] Tables<T>(int count, int runs) => [.. Enumerable.Range(0, count).Select(_ => new T[runs])];
}

/// <summary>What is kept of a service; index = run.</summary>
internal sealed class ServiceRuns(int runs)
{
    public float[] First { get; } = new float[runs];

    public float[] Emergency { get; } = new float[runs];

    public float[] Own { get; } = new float[runs];

    public float[] Cleared { get; } = new float[runs];

    public float[] DaysLost { get; } = new float[runs];

    public float[] UndoneCaseDays { get; } = new float[runs];

    public float[] ExpiredCases { get; } = new float[runs];

    public bool[] MtpdExceeded { get; } = new bool[runs];

    public bool[] RpoExceeded { get; } = new bool[runs];
}

/// <summary>What is kept of a body; index = run, in the curves hour x runs + run.</summary>
internal sealed class BodyRuns(int runs)
{
    public double[] DaysLost { get; } = new double[runs];

    public double[] UndoneCaseDays { get; } = new double[runs];

    public double[] Staff { get; } = new double[runs];

    public double[] OutsideHelp { get; } = new double[runs];

    public double[] Devices { get; } = new double[runs];

    public double[] LostFeesAndFines { get; } = new double[runs];

    public double[] IncomeNotYetCollected { get; } = new double[runs];

    /// <summary>Shares for each <see cref="CurveLayer"/>.</summary>
    public float[][] Curve { get; } = [new float[CurveGrid.Count * runs], new float[CurveGrid.Count * runs], new float[CurveGrid.Count * runs]];
}
