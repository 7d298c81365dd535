namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Up to 64 runs that are played together. Where there are fewer, the last one fills the rest.</summary>
internal sealed class RunBlock
{
    private readonly int[] _runs = new int[Block.Runs];
    private readonly ulong[] _steps = new ulong[Block.Runs];

    /// <param name="number">Its place among the blocks.</param>
    /// <param name="runs">Numbers of the runs, 1 to 64.</param>
    public RunBlock(int number, ReadOnlySpan<int> runs)
    {
        (Number, Count) = (number, runs.Length);
        for (var lane = 0; lane < Block.Runs; lane++)
        {
            _runs[lane] = runs[Math.Min(lane, runs.Length - 1)];
            _steps[lane] = ((ulong)_runs[lane] + 1) * ChanceStream.Golden;
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

    /// <summary>Number of the run in a lane.</summary>
    public int this[int lane] => _runs[lane];

    /// <summary>Cuts a list of runs into blocks.</summary>
    public static RunBlock[] Of(ReadOnlySpan<int> runs)
    {
        var blocks = new RunBlock[(runs.Length + Block.Runs - 1) / Block.Runs];
        for (var i = 0; i < blocks.Length; i++) blocks[i] = new(i, runs.Slice(i * Block.Runs, Math.Min(Block.Runs, runs.Length - i * Block.Runs)));
        return blocks;
    }
}
