using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Rows of one vector each. They begin where a line of the cache does, so that reading one never touches two; the memory is kept.</summary>
internal sealed class VectorRows
{
    private const int LineBytes = 64;

    private double[] _memory = [];
    private int _offset;

    /// <summary>Makes room; what was there is no longer meaningful.</summary>
    public void Ensure(int rows)
    {
        if (_memory.Length >= rows * Block.Width + LineBytes / sizeof(double)) return;
        _memory = GC.AllocateUninitializedArray<double>(2 * rows * Block.Width + LineBytes / sizeof(double), pinned: true);
        _offset = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) & (LineBytes - 1)) / sizeof(double);
    }

    /// <summary>The first row; the others follow it.</summary>
    public ref Vector512<double> First => ref Unsafe.As<double, Vector512<double>>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _offset));

    /// <summary>A row.</summary>
    public ref Vector512<double> this[int row] => ref Unsafe.Add(ref First, row);

    /// <summary>The number of one lane of a row.</summary>
    public ref double this[int row, int lane] => ref Unsafe.Add(ref Unsafe.As<Vector512<double>, double>(ref First), row * Block.Width + lane);
}
