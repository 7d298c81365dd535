using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>What is kept of every run of one body, until its statistics are made. Each run writes only its own slots, so threads need no locks.</summary>
/// <remarks>
/// Values of services and resources are single precision, for a region has millions of them: at five years that is a quarter of a minute. Runs
/// that are not played are those in which nothing is hit: they stay at 0, and at 1 in the curves.
/// </remarks>
internal sealed class BodyRuns
{
    private readonly int _firstService;
    private readonly int _firstDeadline;

    public BodyRuns(CompiledModel model, int body, int runs)
    {
        var figures = model.Figures;
        var compiled = model.Bodies[body];
        (Runs, _firstService, HasCost) = (runs, compiled.FirstService, figures.HasFlag(Figures.Cost));
        var services = model.Services.AsSpan(_firstService, compiled.Input.Services.Count);
        _firstDeadline = services.IsEmpty ? 0 : services[0].FirstDeadline;
        Services = new ServiceRuns[services.Length];
        for (var i = 0; i < Services.Length; i++) Services[i] = new(runs, figures);
        DatesMissed = Tables<ushort>(figures.HasFlag(Figures.Deadlines) ? compiled.Input.Services.Sum(s => s.Deadlines.Count) : 0, runs);
        var resources = figures.HasFlag(Figures.Resources) ? compiled.Resources.Length : 0;
        (Up, Hit) = (Tables<float>(resources, runs), Tables<bool>(resources, runs));
        States = new(figures.HasFlag(Figures.States) ? services.Length : 0);
        (DaysLost, UndoneCaseDays, Staff, OutsideHelp, Devices) = (new double[runs], new double[runs], new double[runs], new double[runs], new double[runs]);
        (LostFeesAndFines, IncomeNotYetCollected) = (new double[runs], new double[runs]);
        Curve = Tables<float>(figures.HasFlag(Figures.Curves) ? BodyBlock.Layers : 0, CurveGrid.Count * runs);
    }

    public int Runs { get; }

    public bool HasCost { get; }

    /// <summary>Services in the order of the input.</summary>
    public ServiceRuns[] Services { get; private set; }

    /// <summary>Hour of full capacity: for each resource, in the order of the input, one value for each run.</summary>
    public float[][] Up { get; private set; }

    public bool[][] Hit { get; private set; }

    /// <summary>In how many runs each service is in each state.</summary>
    public StateCounts States { get; }

    public double[] DaysLost { get; }

    public double[] UndoneCaseDays { get; }

    public double[] Staff { get; }

    public double[] OutsideHelp { get; }

    public double[] Devices { get; }

    public double[] LostFeesAndFines { get; }

    public double[] IncomeNotYetCollected { get; }

    /// <summary>Shares for each <see cref="CurveLayer"/>: hour x runs + run.</summary>
    public float[][] Curve { get; }

    private ushort[][] DatesMissed { get; set; }

    public ServiceRuns Service(int service) => Services[service - _firstService];

    /// <summary>Dates missed of one deadline, by its number over all services; index = run.</summary>
    public ushort[] Missed(int deadline) => DatesMissed[deadline - _firstDeadline];

    /// <summary>Some runs were not played, as nothing is hit in them.</summary>
    public void LeaveOut(int runs)
    {
        if (runs == 0) return;
        States.AddNormal(runs);
        foreach (var layer in Curve) Array.Fill(layer, 1);
    }

    /// <summary>Lets go of everything but the sums over services.</summary>
    public BodyRuns SumsOnly()
    {
        (Services, Up, Hit, DatesMissed) = ([], [], [], []);
        return this;
    }

    private static T[][] Tables<T>(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new T[length])];
}

/// <summary>What is kept of a service; index = run. What is not asked for is empty.</summary>
internal sealed class ServiceRuns
{
    public ServiceRuns(int runs, Figures figures)
    {
        var times = figures.HasFlag(Figures.Times) ? runs : 0;
        (First, Emergency, Own, MtpdExceeded) = (new float[times], new float[times], new float[times], new bool[times]);
        DaysLost = new float[figures.HasFlag(Figures.DaysLost) ? runs : 0];
        var backlog = figures.HasFlag(Figures.Backlog) ? runs : 0;
        (Cleared, UndoneCaseDays, ExpiredCases) = (new float[backlog], new float[backlog], new float[backlog]);
        RpoExceeded = new bool[figures.HasFlag(Figures.Deadlines) ? runs : 0];
    }

    public float[] First { get; }

    public float[] Emergency { get; }

    public float[] Own { get; }

    public float[] Cleared { get; }

    public float[] DaysLost { get; }

    public float[] UndoneCaseDays { get; }

    public float[] ExpiredCases { get; }

    public bool[] MtpdExceeded { get; }

    public bool[] RpoExceeded { get; }
}
