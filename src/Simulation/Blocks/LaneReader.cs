using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Engine;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Reads what is known of a block for eight of its runs.</summary>
internal sealed class LaneReader(CompiledModel model, TimeRows times)
{
    /// <summary>One bit for each lane.</summary>
    public const ulong All = (1UL << Block.Width) - 1;

    private int[] _lanes = [];
    private bool _isUnbroken;
    private BlockHits _hits = null!;

    /// <summary>Turns to runs of a block.</summary>
    public void Turn(BlockHits hits, int[] lanes)
    {
        (_hits, _lanes, _isUnbroken) = (hits, lanes, true);
        for (var i = 1; i < lanes.Length; i++) _isUnbroken &= lanes[i] == lanes[0] + i;
    }

    /// <summary>The bits of these runs in a mask of the block.</summary>
    public ulong Bits(ulong mask)
    {
        if (mask == 0) return 0;
        if (mask == Block.All) return All;
        var bits = 0UL;
        for (var lane = 0; lane < Block.Width; lane++) bits |= (mask >> _lanes[lane] & 1) << lane;
        return bits;
    }

    /// <summary>Their numbers in a row of the block.</summary>
    public Vector512<double> Gather(ReadOnlySpan<double> row)
    {
        ref var first = ref MemoryMarshal.GetReference(row);
        if (_isUnbroken) return Vector512.LoadUnsafe(ref first, (nuint)_lanes[0]);
        Span<double> numbers = stackalloc double[Block.Width];
        for (var lane = 0; lane < Block.Width; lane++) numbers[lane] = row[_lanes[lane]];
        return Vector512.Create<double>(numbers);
    }

    /// <summary>When all that a slot waits for outside its unit has come.</summary>
    public Vector512<double> Outside(UnitModel unit, UnitRows known, int slot) => unit.OutsideOf[slot] is null ? Vector512<double>.Zero : Gather(known.Outside(slot));

    /// <summary>When all gates have passed that the hits of a resource wait for.</summary>
    public Vector512<double> Gates(UnitModel unit, UnitRows known, int i)
    {
        if (unit.GateSet[i] is var set and >= 0) return Gather(Rows.Of(known.GateSets, set));
        var gates = Vector512<double>.Zero;
        for (var lane = 0; lane < Block.Width; lane++) gates = gates.WithElement(lane, LastGate(unit.Resources[i], _lanes[lane]));
        return gates;
    }

    // A hit brings its gates to bear if it is of the kind that counts.
    private double LastGate(int resource, int run)
    {
        var last = 0.0;
        foreach (var number in model.Outage.HitsOfResource[resource])
        {
            var hit = model.Outage.Hits[number];
            if (((_hits.Happened[number] & _hits.Of(hit.Kind)[resource]) >> run & 1) == 0) continue;
            foreach (var gate in hit.Gates) last = Math.Max(last, times.Passes(gate)[run]);
        }

        return last;
    }
}
