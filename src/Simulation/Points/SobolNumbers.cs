namespace ResilienceMonitor.Simulation.Points;

/// <summary>Direction numbers of Sobol's sequence: what each binary digit of an index adds to a coordinate.</summary>
/// <remarks>
/// Primitive polynomials and first numbers are those that S. Joe and F. Y. Kuo found for good two-dimensional projections ("Constructing Sobol Sequences with
/// Better Two-Dimensional Projections", SIAM J. Sci. Comput. 30 (2008) 2635-2654, list new-joe-kuo-6.21201). Of these the first sixteen: later
/// ones lie badly to one another as long as there are only some hundred points.
/// </remarks>
internal static class SobolNumbers
{
    /// <summary>Dimensions there are numbers for.</summary>
    public const int Dimensions = 16;

    /// <summary>Binary digits of an index: enough for as many points as <see cref="Inputs.InputLimits.Runs"/> leaves for each scramble.</summary>
    public const int Digits = 17;

    // For each dimension from the second: degree of the polynomial, its inner coefficients as a binary number, first numbers.
    private static readonly byte[][] List =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5],
        [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31], [6, 1, 1, 3, 3, 9, 7, 49],
        [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49],
    ];

    private static readonly uint[][] Numbers = [.. Enumerable.Range(0, Dimensions).Select(Expand)];

    /// <summary>What each digit of an index adds, digit 0 the least; the highest bit is worth a half.</summary>
    /// <param name="dimension">0 to below <see cref="Dimensions"/>.</param>
    public static ReadOnlySpan<uint> Of(int dimension) => Numbers[dimension];

    private static uint[] Expand(int dimension)
    {
        var numbers = new uint[Digits];
        if (dimension == 0)
        {
            for (var digit = 0; digit < Digits; digit++) numbers[digit] = 1U << (31 - digit);
            return numbers;
        }

        var row = List[dimension - 1];
        var (degree, inner) = (row[0], row[1]);
        for (var digit = 0; digit < Digits; digit++)
        {
            if (digit < degree)
            {
                numbers[digit] = (uint)row[2 + digit] << (31 - digit);
                continue;
            }

            var number = numbers[digit - degree] ^ (numbers[digit - degree] >> degree);
            for (var back = 1; back < degree; back++)
                if ((inner >> (degree - 1 - back) & 1) != 0)
                    number ^= numbers[digit - back];
            numbers[digit] = number;
        }

        return numbers;
    }
}
