using ResilienceMonitor.Simulation.Points;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Up to 64 runs that are played together. Where there are fewer, the last one fills the rest.</summary>
internal sealed class RunBlock
{
    private readonly int[] _runs = new int[Block.Runs];
    private readonly ulong[] _steps = new ulong[Block.Runs];
    private readonly ulong[] _groupSteps = new ulong[Block.Runs];
    private readonly ulong[] _offsets = new ulong[(1 + SpreadDraw.PartBits) * Block.Runs];

    /// <param name="number">Its place among the blocks.</param>
    /// <param name="runs">Numbers of the runs, 1 to 64.</param>
    public RunBlock(int number, ReadOnlySpan<int> runs)
    {
        (Number, Count) = (number, runs.Length);
        for (var lane = 0; lane < Block.Runs; lane++)
        {
            _runs[lane] = runs[Math.Min(lane, runs.Length - 1)];
            var run = _runs[lane];
            _steps[lane] = ((ulong)run + 1) * ChanceStream.Golden;
            _groupSteps[lane] = ((ulong)SpreadDraw.Group(run) + 1) * ChanceStream.Golden;
            _offsets[lane] = SpreadDraw.Inner(run);
            for (var power = 0; power < SpreadDraw.PartBits; power++) _offsets[(1 + power) * Block.Runs + lane] = SpreadDraw.Product(run, power);
        }
    }

    public int Number { get; }

    public int Count { get; }

    /// <summary>One bit for each run.</summary>
    public ulong Lanes => Count == Block.Runs ? Block.All : (1UL << Count) - 1;

    /// <summary>True if it is full and its runs follow one another without gaps.</summary>
    public bool IsUnbroken => Count == Block.Runs && _runs[^1] - _runs[0] == Block.Runs - 1;

    /// <summary>How far each run is from the beginning of any stream.</summary>
    public ReadOnlySpan<ulong> Steps => _steps;

    /// <summary>How far the group of each run is from the beginning of any stream, see <see cref="SpreadDraw"/>.</summary>
    public ReadOnlySpan<ulong> GroupSteps => _groupSteps;

    /// <summary>A row of <see cref="SpreadDraw.Inner"/>, then of <see cref="SpreadDraw.Product"/> for each power.</summary>
    public ReadOnlySpan<ulong> Offsets => _offsets;

    /// <summary>True if in every lane of a vector there are runs of the same groups, and of all scrambles in their order.</summary>
    public bool IsOneGroup => IsUnbroken && _runs[0] % Block.Runs == 0;

    /// <summary>Number of the run in a lane.</summary>
    public int this[int lane] => _runs[lane];

    /// <summary>True if the eight runs from this lane on are those of one index, in the order of scrambles.</summary>
    public bool IsOctet(int lane) => _runs[lane] % Scrambles.Count == 0 && _runs[lane + Scrambles.Count - 1] - _runs[lane] == Scrambles.Count - 1;

    /// <summary>Cuts a list of runs into blocks.</summary>
    public static RunBlock[] Of(ReadOnlySpan<int> runs)
    {
        var blocks = new RunBlock[(runs.Length + Block.Runs - 1) / Block.Runs];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = new(i, runs.Slice(i * Block.Runs, Math.Min(Block.Runs, runs.Length - i * Block.Runs)));
        return blocks;
    }
}
