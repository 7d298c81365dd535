using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>
/// Where the rows of a block are. What only its own unit asks for is written over by the next unit; what others ask for later is kept for every block.
/// </summary>
internal sealed class RowLayout
{
    private readonly List<int> _rows = [];
    private readonly int[] _passingOfUnit;
    private readonly int[] _firstBatch;
    private readonly int[] _firstHours;
    private readonly int _firstGate;
    private readonly bool _keepsAll;

    /// <param name="model">The model.</param>
    /// <param name="plan">What is asked for when.</param>
    /// <param name="keepsAll">True if every row is kept.</param>
    public RowLayout(CompiledModel model, UnitPlan plan, bool keepsAll)
    {
        _keepsAll = keepsAll;
        _passingOfUnit = new int[plan.Units.Length];
        foreach (var (number, resource) in model.Resources.Index()) Add(plan.IsAskedLater(number), plan.UnitOfBody[resource.Body]);
        _firstGate = _rows.Count;
        foreach (var _ in model.Outage.Gates) Add(true, 0);
        _firstBatch = new int[model.Resources.Length];
        foreach (var (number, resource) in model.Resources.Index())
        {
            _firstBatch[number] = _rows.Count;
            for (var i = 0; resource.IsFleet && i < resource.Parts; i++) Add(plan.IsAskedLater(number), plan.UnitOfBody[resource.Body]);
        }

        _firstHours = new int[model.Bodies.Length];
        foreach (var (number, body) in model.Bodies.Index())
        {
            _firstHours[number] = _rows.Count;
            for (var i = 0; i <= body.Input.Team.Help.Count; i++) Add(plan.IsFollowedLater(number), plan.UnitOfBody[number]);
        }
    }

    /// <summary>Rows that are kept for every block.</summary>
    public int Kept { get; private set; }

    /// <summary>Rows for what passes with its unit.</summary>
    public int Passing => _passingOfUnit.DefaultIfEmpty().Max();

    public int Gate(int gate) => _firstGate + gate;

    public int Batch(int resource, int batch) => _firstBatch[resource] + batch;

    public int Hours(int body, int group) => _firstHours[body] + group;

    /// <summary>For each row its place among those that are kept, or the complement of its place among those that pass.</summary>
    public int[] Places() => [.. _rows];

    private void Add(bool isKept, int unit) => _rows.Add(isKept || _keepsAll ? Kept++ : ~_passingOfUnit[unit]++);
}
