using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Blocks;

/// <summary><see cref="NormalQuantile"/>, eight at a time.</summary>
internal static class NormalQuantileVector
{
    public static Vector512<double> At(Vector512<double> u)
    {
        var offset = u - Vector512.Create(0.5);
        var central = Vector512.LessThanOrEqual(Vector512.Abs(offset), Vector512.Create(NormalQuantile.CentralHalfWidth));
        var x = Vector512.Create(NormalQuantile.CentralHalfWidth * NormalQuantile.CentralHalfWidth) - offset * offset;
        var middle = offset * Polynomial(NormalQuantile.CentralTop, x) / Polynomial(NormalQuantile.CentralBottom, x);
        return Vector512.EqualsAll(central.AsUInt64(), Vector512<ulong>.AllBitsSet) ? middle : Vector512.ConditionalSelect(central, middle, Tail(u, offset));
    }

    private static Vector512<double> Tail(Vector512<double> u, Vector512<double> offset)
    {
        var distance = Vector512.Min(u, Vector512<double>.One - u);
        var tail = Vector512.Sqrt(-Vector512.Log(distance));
        var near = Vector512.LessThanOrEqual(tail, Vector512.Create(NormalQuantile.TailSplit));
        var x = tail - Vector512.Create(1.6);
        var value = Polynomial(NormalQuantile.NearTop, x) / Polynomial(NormalQuantile.NearBottom, x);
        if (!Vector512.EqualsAll(near.AsUInt64(), Vector512<ulong>.AllBitsSet))
        {
            x = tail - Vector512.Create(NormalQuantile.TailSplit);
            value = Vector512.ConditionalSelect(near, value, Polynomial(NormalQuantile.FarTop, x) / Polynomial(NormalQuantile.FarBottom, x));
        }

        return Vector512.CopySign(value, offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Polynomial(ReadOnlySpan<double> coefficients, Vector512<double> x)
    {
        var sum = Vector512.Create(coefficients[0]);
        for (var i = 1; i < coefficients.Length; i++) sum = sum * x + Vector512.Create(coefficients[i]);
        return sum;
    }
}
