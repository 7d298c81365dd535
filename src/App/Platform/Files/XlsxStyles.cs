using System.Globalization;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Writes out the number in a cell. A number is written in full and without grouping; a date as ISO; and a number that is shown with
/// leading zeros keeps them, because that is how official keys survive in a spreadsheet.
/// </summary>
internal sealed class XlsxStyles
{
    /// <summary>Spreadsheet programs allow 64,000.</summary>
    private const int MaxStyles = 65_536;
    private const int MaxDigits = 20;

    private static readonly LocalDate Origin1900 = new(1899, 12, 30);
    private static readonly LocalDate Origin1904 = new(1904, 1, 1);
    private static readonly LocalDateTimePattern DateAndTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    private readonly List<string> _formats = [];
    private readonly LocalDate _origin;

    private XlsxStyles(bool countsFrom1904) => _origin = countsFrom1904 ? Origin1904 : Origin1900;

    public static XlsxStyles Read(Archive archive, string? part, bool countsFrom1904)
    {
        var styles = new XlsxStyles(countsFrom1904);
        if (part is null)
            return styles;
        var custom = new Dictionary<string, string>();
        var inCells = false;
        using var reader = XlsxXml.Open(archive, part);
        while (reader.Next())
        {
            if (reader is { LocalName: "cellXfs", Depth: 1 })
                inCells = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != 2)
                continue;
            if (styles._formats.Count == MaxStyles || custom.Count == MaxStyles)
                throw new InvalidDataException("The workbook has more styles than any spreadsheet program writes.");
            if (reader.LocalName == "numFmt")
                custom[reader.Attribute("numFmtId")] = XlsxFormat.Reduce(reader.Attribute("formatCode"));
            else if (inCells && reader.LocalName == "xf")
                styles._formats.Add(custom.GetValueOrDefault(reader.Attribute("numFmtId")) ?? XlsxFormat.BuiltIn(reader.Attribute("numFmtId")));
        }

        return styles;
    }

    /// <summary>Null when the cell holds no number.</summary>
    public string? Show(string raw, string style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return null;
        var format = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Count ? _formats[index] : "";
        if (format == XlsxFormat.Date && Date(number) is { } date)
            return date;
        var shown = Plain(number);
        return XlsxFormat.IsZeros(format) && shown.All(char.IsAsciiDigit) ? shown.PadLeft(Math.Min(format.Length, MaxDigits), '0') : shown;
    }

    /// <summary>The conversion rounds to 15 digits, as spreadsheet programs do: 0.30000000000000004 is shown as 0.3 there.</summary>
    private static string Plain(double number) => Math.Abs(number) < (double)decimal.MaxValue / 10
        ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private string? Date(double number)
    {
        const double lastDay = 2_958_465;
        if (number is < 0 or > lastDay)
            return null;
        var days = (int)Math.Floor(number);
        var seconds = (long)Math.Round((number - days) * NodaConstants.SecondsPerDay);
        if (number < 1)
            return LocalTime.Midnight.PlusSeconds(seconds).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        // Day 60 is 29 February 1900, which never was; days before it are off by one.
        if (_origin == Origin1900 && days <= 60)
            return days == 60 ? "1900-02-29" : LocalDatePattern.Iso.Format(Origin1900.PlusDays(days + 1));
        var moment = _origin.PlusDays(days).AtMidnight().PlusSeconds(seconds);
        return seconds == 0 ? LocalDatePattern.Iso.Format(moment.Date) : DateAndTime.Format(moment);
    }
}
