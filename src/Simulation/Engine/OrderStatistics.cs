using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Engine;

/// <summary>Finds what would stand at some places of a list if it were sorted, without sorting it. One for each thread; keeps its memory.</summary>
internal sealed class OrderStatistics
{
    private readonly OrderedKeys<int> _singles = new();
    private readonly OrderedKeys<long> _doubles = new();

    /// <summary>The values at ascending places of the sorted list, 0 the least.</summary>
    public void Find(ReadOnlySpan<float> values, ReadOnlySpan<int> places, Span<double> found)
    {
        var keys = _singles.Keys(values.Length);
        ref var value = ref Unsafe.As<float, int>(ref MemoryMarshal.GetReference(values));
        ref var key = ref MemoryMarshal.GetReference(keys);
        var at = 0;
        for (; at + Vector512<int>.Count <= keys.Length; at += Vector512<int>.Count)
        {
            var bits = Vector512.LoadUnsafe(ref value, (nuint)at);
            (bits ^ ((bits >> 31) & Vector512.Create(int.MaxValue))).StoreUnsafe(ref key, (nuint)at);
        }

        for (; at < keys.Length; at++) keys[at] = Key(BitConverter.SingleToInt32Bits(values[at]));
        Span<int> wanted = stackalloc int[places.Length];
        _singles.Find(keys, places, wanted);
        for (var i = 0; i < wanted.Length; i++) found[i] = BitConverter.Int32BitsToSingle(Key(wanted[i]));
    }

    /// <inheritdoc cref="Find(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{double})"/>
    public void Find(ReadOnlySpan<double> values, ReadOnlySpan<int> places, Span<double> found)
    {
        var keys = _doubles.Keys(values.Length);
        for (var i = 0; i < keys.Length; i++) keys[i] = Key(BitConverter.DoubleToInt64Bits(values[i]));
        Span<long> wanted = stackalloc long[places.Length];
        _doubles.Find(keys, places, wanted);
        for (var i = 0; i < wanted.Length; i++) found[i] = BitConverter.Int64BitsToDouble(Key(wanted[i]));
    }

    // Whole numbers in the order of the floating ones they are the bits of; the same function leads back.
    private static int Key(int bits) => bits ^ ((bits >> 31) & int.MaxValue);

    private static long Key(long bits) => bits ^ ((bits >> 63) & long.MaxValue);
}
