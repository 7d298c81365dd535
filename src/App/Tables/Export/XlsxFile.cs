using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Tables.Values;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using CellValue = DocumentFormat.OpenXml.Spreadsheet.CellValue;

namespace ResilienceMonitor.Tables.Export;

/// <summary>A workbook. Texts are typed as such, so that none of them becomes a formula; headings stay in sight.</summary>
public sealed class XlsxFile : ISheetFile
{
    private const uint Plain = 0;
    private const uint Head = 1;
    private const uint Day = 2;
    private const uint Wrapped = 3;
    private const int Narrowest = 10;
    private const int Widest = 60;
    private const int LongestTab = 31;
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public string Ending => "xlsx";

    public byte[] Write(IReadOnlyList<FileSheet> sheets, TableLanguage language)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            // Left alone it would get an id by chance, and no two files would be alike.
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            foreach (var (index, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>($"sheet{index + 1}");
                part.Worksheet = Worksheet(sheet, language);
                workbook.Workbook.Sheets!.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = Tab(sheet.Name), SheetId = (uint)index + 1, Id = $"sheet{index + 1}" });
            }
        }

        file.Position = 0;
        return EvenArchive.Again(file);
    }

    private static string Tab(string name) => name.Length <= LongestTab ? name : name[..LongestTab];

    private static Worksheet Worksheet(FileSheet sheet, TableLanguage language)
    {
        var data = new SheetData(RowOf(1, sheet.Heads.Select(h => TextCell(h, Head))));
        foreach (var (index, row) in sheet.Rows.Index()) data.AppendChild(RowOf(index + 2, row.Select(CellOf)));
        var views = new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });
        var widths = new Columns(sheet.Heads.Select((h, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            CustomWidth = true,
            Width = Math.Clamp(sheet.Rows.Select(r => r[i].Shown(language).Length).Append(h.Length).Max() + 2, Narrowest, Widest),
        }));
        return new Worksheet(views, widths, data);
    }

    private static Row RowOf(int number, IEnumerable<Cell> cells)
    {
        var row = new Row { RowIndex = (uint)number };
        foreach (var (place, cell) in cells.Index())
        {
            if (cell.DataType is null && cell.CellValue is null) continue;
            cell.CellReference = CellAddress.Of(place, number);
            row.AppendChild(cell);
        }

        return row;
    }

    private static Cell CellOf(Values.Cell cell)
    {
        if (cell.IsEmpty) return new Cell();
        if (cell.Number is { } number) return new Cell { CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = Plain };
        if (cell.Day is { } day) return new Cell { CellValue = new CellValue(Period.Between(DayZero, day, PeriodUnits.Days).Days.ToString(CultureInfo.InvariantCulture)), StyleIndex = Day };
        return TextCell(cell.Text!, cell.Text!.Contains('\n', StringComparison.Ordinal) ? Wrapped : Plain);
    }

    private static Cell TextCell(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
        StyleIndex = style,
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd\\.mm\\.yyyy" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true }));
}
