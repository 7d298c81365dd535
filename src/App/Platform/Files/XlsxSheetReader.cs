using System.Globalization;
using System.Xml;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Reads the cells of one sheet from top to bottom. What the sheet says about its own size is not used; cells that are out of order
/// or out of bounds are no work of a spreadsheet program.
/// </summary>
internal sealed class XlsxSheetReader(string sheet, IReadOnlyList<string> strings, XlsxStyles styles, TableLimits limits, ISheetSink sink)
{
    private const int RowDepth = 2;
    private const int CellDepth = 3;

    private int _row;

    public void Read(Archive archive, string part)
    {
        using var reader = XlsxXml.Open(archive, part);
        while (reader.Next())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth != RowDepth)
                continue;
            if (reader.LocalName == "row")
                ReadRow(reader);
            else if (reader.LocalName == "mergeCell")
                ReadMerge(reader.Attribute("ref"));
            else if (reader.LocalName == "col" && reader.Attribute("hidden") is "1" or "true")
                sink.Hide(Number(reader.Attribute("min")) - 1, Number(reader.Attribute("max")) - 1);
        }
    }

    private void ReadRow(XmlReader reader)
    {
        var number = reader.GetAttribute("r") is { } text ? Number(text) : _row + 1;
        if (number <= _row || number > CellAddress.LastRow)
            throw new InvalidDataException("Rows are out of order.");
        _row = number;
        if (reader.IsEmptyElement)
            return;
        var cells = new List<string>();
        var next = 0;
        while (reader.Next() && reader.Depth > RowDepth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c", Depth: CellDepth })
                continue;
            var column = ColumnOf(reader.GetAttribute("r"), next);
            next = column + 1;
            var value = ReadCell(reader, column);
            if (value.Length > 0)
                Place(cells, column, value);
        }

        sink.Add(number, cells);
    }

    private int ColumnOf(string? address, int next)
    {
        if (address is null)
            return next;
        return CellAddress.TryParse(address, out var column, out var row) && row == _row && column >= next
            ? column
            : throw new InvalidDataException("Cells are out of order.");
    }

    /// <summary>Formatted cells without a value may stand anywhere, so only a value counts.</summary>
    private void Place(List<string> cells, int column, string value)
    {
        if (column >= limits.Columns)
            throw new FileRefusedException(Problem(column, FileCode.TooManyColumns, limits.Columns));
        if (value.Length > limits.CellCharacters)
            throw new FileRefusedException(Problem(column, FileCode.CellTooLong, limits.CellCharacters));
        while (cells.Count < column)
            cells.Add("");
        cells.Add(value);
    }

    private string ReadCell(XmlReader reader, int column)
    {
        var type = reader.Attribute("t");
        var style = reader.Attribute("s");
        var (value, formula) = ("", false);
        if (!reader.IsEmptyElement)
        {
            while (reader.Next() && reader.Depth > CellDepth)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.Depth != CellDepth + 1)
                    continue;
                formula |= reader.LocalName == "f";
                if (reader.LocalName == "v")
                    value = reader.Text(limits.CellCharacters);
                else if (reader.LocalName == "is")
                    value = XlsxStrings.ReadText(reader, limits.CellCharacters);
            }
        }

        if (formula)
            sink.Fault(_row, column, Problem(column, FileCode.Formula, Address(column)));
        return formula || value.Length == 0 ? "" : Value(type, style, value, column);
    }

    private string Value(string type, string style, string value, int column)
    {
        switch (type)
        {
            case "s":
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count)
                    return strings[index];
                break;
            case "inlineStr" or "str" or "d":
                return type == "str" ? XlsxStrings.Unescape(value) : value;
            case "b":
                return value is "1" or "true" ? "true" : "false";
            case "e":
                sink.Fault(_row, column, Problem(column, FileCode.ErrorValue, Address(column), value));
                return "";
            case "" or "n":
                if (styles.Show(value, style) is not { } shown)
                    break;
                if (double.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
                    sink.Number(_row, column);
                return shown;
        }

        throw new FileRefusedException(Problem(column, FileCode.CellBroken, Address(column)));
    }

    private void ReadMerge(string area)
    {
        var ends = area.Split(':');
        if (ends.Length == 2 && ends[0] != ends[1] && CellAddress.TryParse(ends[0], out var column, out var row) && CellAddress.TryParse(ends[1], out var lastColumn, out var lastRow))
            sink.Merge(new CellArea(column, row, lastColumn, lastRow));
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException("A row has no proper number.");

    private FileProblem Problem(int column, string code, params object[] values) =>
        FileTexts.Problem(code, values) with { Row = _row, Sheet = sheet, Cell = Address(column) };

    private string Address(int column) => CellAddress.Of(column, _row);
}
