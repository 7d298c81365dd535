using System.Globalization;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Addresses such as <c>C7</c>; columns count from zero, rows from one.</summary>
internal static class CellAddress
{
    public const int LastRow = 1_048_576;
    private const int LastColumn = 16_383;

    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>False for anything a spreadsheet program would not write, for example negative or huge numbers.</summary>
    public static bool TryParse(string address, out int column, out int row)
    {
        column = row = 0;
        var at = 0;
        for (; at < address.Length && address[at] is >= 'A' and <= 'Z' && at < 3; at++)
            column = (column * 26) + (address[at] - 'A' + 1);
        column--;
        return at > 0 && column <= LastColumn
            && int.TryParse(address.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is >= 1 and <= LastRow;
    }
}
