namespace ResilienceMonitor.Simulation.Points;

/// <summary>
/// The numbers of draws that have no dimension of Sobol's sequence: sixteen runs of a scramble that follow one another fall into the sixteen parts of 0..1, one into each.
/// </summary>
/// <remarks>
/// Which run falls into which part is a random affine map of the field of sixteen elements: factor x place + shift. These maps take any two places to any two parts equally
/// often, so that draws of different entities are as independent as in a Latin hypercube. Within its part a number is uniform.
/// </remarks>
internal static class SpreadDraw
{
    /// <summary>Bits of the number of a part.</summary>
    public const int PartBits = 4;

    /// <summary>Lowest bits of a hash, from which the factor comes: 1 to 15.</summary>
    public const int FactorBits = 12;

    public const ulong FactorMask = (1UL << FactorBits) - 1;

    private const int Parts = 1 << PartBits;

    /// <summary>Bits of a number within its part.</summary>
    private const int InnerBits = 52 - PartBits;

    /// <summary>x^4 + x + 1, by which products of the field are reduced.</summary>
    private const int Polynomial = 0b10011;

    /// <summary>The number of one run in 2^-52.</summary>
    public static ulong Bits(ulong key, int run)
    {
        var hash = ChanceStream.Step(key, Group(run));
        var bits = hash >> 12 ^ Inner(run);
        var factor = 1 + ((hash & FactorMask) * (Parts - 1) >> FactorBits);
        for (var power = 0; power < PartBits; power++)
            if ((factor >> power & 1) != 0)
                bits ^= Product(run, power);
        return bits;
    }

    /// <summary>Runs of a group share their map.</summary>
    public static int Group(int run) => (Scrambles.Index(run) / Parts * Scrambles.Count) + Scrambles.Of(run);

    /// <summary>By what runs of a group differ within their parts: their sixteenths are all different, too.</summary>
    public static ulong Inner(int run)
    {
        var place = (ulong)Place(run);
        return place << (InnerBits - PartBits) | Chance.Mix(place * ChanceStream.Golden) >> (64 - InnerBits + PartBits);
    }

    /// <summary>Place of a run in its group times x^power in the field, as a part.</summary>
    public static ulong Product(int run, int power)
    {
        var product = Place(run);
        for (; power > 0; power--)
        {
            product <<= 1;
            if (product >= Parts) product ^= Polynomial;
        }

        return (ulong)product << InnerBits;
    }

    private static int Place(int run) => Scrambles.Index(run) % Parts;
}
