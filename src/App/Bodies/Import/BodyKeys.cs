using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>
/// Logical keys from official ones. The municipal key (AGS, 8 digits) and the key of an administration (9 digits: the first nine of
/// the regional key, ARS) both name a municipality that is in no association; then one follows from the other.
/// </summary>
internal static class BodyKeys
{
    public const int AgsDigits = 8;
    public const int AdministrationDigits = 9;
    public const int DistrictDigits = 5;

    /// <summary>A district, or a city that is its own district.</summary>
    public const string DistrictEnding = "000";

    private const int States = 16;

    public static string Ags(string digits) => "ags:" + digits;

    public static string District(string digits) => Ags(digits[..DistrictDigits] + DistrictEnding);

    public static string Administration(string digits) => "vb:" + digits;

    public static string AdministrationOf(string ags) => Administration(ags[..DistrictDigits] + "0" + ags[DistrictDigits..]);

    public static string AgsOf(string administration) => Ags(administration[..DistrictDigits] + administration[(DistrictDigits + 1)..]);

    /// <summary>Null when the name holds no letter or digit.</summary>
    public static string? Provider(string name) => Keyed("provider:", name);

    public static string Region(string name) => Keyed("region:", name) ?? "region:import";

    public static bool HasState(string digits) =>
        int.TryParse(digits.AsSpan(0, 2), System.Globalization.NumberStyles.None, null, out var state) && state is >= 1 and <= States;

    private static string? Keyed(string scheme, string name)
    {
        var slug = Words.Slug(name);
        return slug.Length == 0 ? null : scheme + slug[..Math.Min(slug.Length, Limits.KeyLength - scheme.Length)];
    }
}
