using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary>Arithmetic on rows of a block.</summary>
internal static class Rows
{
    public static Span<double> Of(double[] rows, int row) => rows.AsSpan(row * Block.Runs, Block.Runs);

    /// <summary>The sum, into the second row.</summary>
    public static void Add(ReadOnlySpan<double> row, Span<double> into) => AddTimes(1, row, into);

    /// <summary>The sum of the second row and a multiple of the first, into the second row.</summary>
    public static void AddTimes(double factor, ReadOnlySpan<double> row, Span<double> into)
    {
        var times = Vector512.Create(factor);
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            (Vector512.LoadUnsafe(ref to, i) + times * Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>The product, into the second row.</summary>
    public static void Multiply(ReadOnlySpan<double> row, Span<double> into)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            (Vector512.LoadUnsafe(ref to, i) * Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>Divides a row by a number.</summary>
    public static void Divide(double by, Span<double> row)
    {
        var divisor = Vector512.Create(by);
        ref var first = ref MemoryMarshal.GetReference(row);
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            (Vector512.LoadUnsafe(ref first, i) / divisor).StoreUnsafe(ref first, i);
    }

    /// <summary>The later of two times, into the second row.</summary>
    public static void Later(ReadOnlySpan<double> row, Span<double> into)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            Vector512.MaxNative(Vector512.LoadUnsafe(ref from, i), Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>The earlier of two times, into the second row.</summary>
    public static void Earlier(ReadOnlySpan<double> row, Span<double> into)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            Vector512.MinNative(Vector512.LoadUnsafe(ref from, i), Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>The sum, into the second row; what lies beyond the horizon never comes.</summary>
    public static void AddTime(ReadOnlySpan<double> row, Span<double> into)
    {
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var to = ref MemoryMarshal.GetReference(into);
        var (horizon, never) = (Vector512.Create(OutageSimulation.Horizon), Vector512.Create(double.PositiveInfinity));
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
        {
            var sum = Vector512.LoadUnsafe(ref from, i) + Vector512.LoadUnsafe(ref to, i);
            Vector512.ConditionalSelect(Vector512.LessThanOrEqual(sum, horizon), sum, never).StoreUnsafe(ref to, i);
        }
    }

    /// <summary>The first member of each group to come, and the last of these.</summary>
    /// <param name="groups">Numbers of resources.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="into">Made later where necessary.</param>
    public static void LaterOfGroups(ReadOnlySpan<int[]> groups, TimeRows rows, Span<double> into)
    {
        foreach (var group in groups)
        {
            switch (group)
            {
                case [var only]:
                    Later(rows.Available(only), into);
                    break;
                case [var one, var other]:
                    LaterOfEarlier(rows.Available(one), rows.Available(other), into);
                    break;
                default:
                    LaterOfEarliest(group, rows, into);
                    break;
            }
        }
    }

    private static void LaterOfEarlier(ReadOnlySpan<double> one, ReadOnlySpan<double> other, Span<double> into)
    {
        ref var first = ref MemoryMarshal.GetReference(one);
        ref var second = ref MemoryMarshal.GetReference(other);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (nuint i = 0; i < Block.Runs; i += Block.Width)
            Vector512.MaxNative(Vector512.MinNative(Vector512.LoadUnsafe(ref first, i), Vector512.LoadUnsafe(ref second, i)), Vector512.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }

    private static void LaterOfEarliest(int[] group, TimeRows rows, Span<double> into)
    {
        Span<double> earliest = stackalloc double[Block.Runs];
        rows.Available(group[0]).CopyTo(earliest);
        foreach (var member in group.AsSpan(1)) Earlier(rows.Available(member), earliest);
        Later(earliest, into);
    }
}
