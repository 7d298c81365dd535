using DocumentFormat.OpenXml.Presentation;
using ResilienceMonitor.Reports.Documents;
using D = DocumentFormat.OpenXml.Drawing;

namespace ResilienceMonitor.Reports.Slides;

/// <summary>Tables and strips on a slide, as native tables.</summary>
internal static class PptxTables
{
    public const long Left = 685_800;
    public const long TextWidth = PptxFile.Width - 2 * Left;

    private const double NameWeight = 2.6;
    private const double WordsWeight = 3;
    private const int LetterSize = 18;
    private const int StripLetterSize = 11;
    private const string HeadFill = "E8E8EE";
    private const string Ink = "000000";
    private const string LineInk = "8C8C9E";

    /// <param name="picture">A table or strip.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="language">Of its texts.</param>
    public static GraphicFrame Of(ReportPart picture, long top, string language) => picture switch
    {
        ReportTable table => Frame(table.Title, "", TableOf(table, language), top, table.Rows.Count + 1, RowHeight(LetterSize)),
        ReportStrip strip => Frame(strip.Title, strip.Description, StripOf(strip, language), top, strip.Rows.Count + 1, RowHeight(StripLetterSize)),
        _ => throw new ArgumentOutOfRangeException(nameof(picture)),
    };

    private static long RowHeight(int letters) => letters == LetterSize ? 560_000 : 440_000;

    private static GraphicFrame Frame(string title, string description, D.Table table, long top, int rows, long height) => new(
        new NonVisualGraphicFrameProperties(
            new NonVisualDrawingProperties { Id = 6, Name = "Table", Title = PlainText.Of(title), Description = PlainText.Of(description) },
            new NonVisualGraphicFrameDrawingProperties(new D.GraphicFrameLocks { NoGrouping = true }),
            new ApplicationNonVisualDrawingProperties()),
        new Transform(new D.Offset { X = Left, Y = top }, new D.Extents { Cx = TextWidth, Cy = rows * height }),
        new D.Graphic(new D.GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" }));

    private static D.Table TableOf(ReportTable content, string language)
    {
        var table = Empty([.. content.Columns.Select(c => c.Weight)]);
        table.Append(Row(LetterSize, content.Columns.Select(c => Cell(c.Head, language, LetterSize, HeadFill, Ink, AlignOf(c), bold: true))));
        foreach (var row in content.Rows)
            table.Append(Row(LetterSize, content.Columns.Zip(row.Cells, (c, text) => Cell(text, language, LetterSize, null, Ink, AlignOf(c), row.Sum))));
        return table;
    }

    private static D.Table StripOf(ReportStrip strip, string language)
    {
        var table = Empty([NameWeight, .. strip.Moments.Select(_ => 1.0), WordsWeight]);
        table.Append(Row(StripLetterSize, Heads(strip).Select(h => Cell(h, language, StripLetterSize, HeadFill, Ink, D.TextAlignmentTypeValues.Left, bold: true))));
        foreach (var row in strip.Rows)
            table.Append(Row(StripLetterSize, [Plain(row.Name), .. row.Spans.SelectMany(s => SpanOf(s, language)), Plain(row.Words)]));
        return table;

        D.TableCell Plain(string text) => Cell(text, language, StripLetterSize, null, Ink, D.TextAlignmentTypeValues.Left, bold: false);
    }

    private static IReadOnlyList<string> Heads(ReportStrip strip) => [strip.ServiceHead, .. strip.Moments, strip.WordsHead];

    // A cell over several columns is followed by those it covers.
    private static IEnumerable<D.TableCell> SpanOf(ReportSpan span, string language)
    {
        var shade = Shade.Of(span.State);
        for (var i = 0; i < span.Moments; i++)
        {
            var cell = Cell(i == 0 ? span.Word : "", language, StripLetterSize, shade.Fill, shade.Ink, D.TextAlignmentTypeValues.Center, bold: false);
            if (i > 0) cell.HorizontalMerge = true;
            else if (span.Moments > 1) cell.GridSpan = span.Moments;
            yield return cell;
        }
    }

    private static D.TextAlignmentTypeValues AlignOf(ReportColumn column) => column.Number ? D.TextAlignmentTypeValues.Right : D.TextAlignmentTypeValues.Left;

    private static D.Table Empty(IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        return new(new D.TableProperties { FirstRow = true }, new D.TableGrid(weights.Select(w => new D.GridColumn { Width = (long)(TextWidth * w / sum) })));
    }

    private static D.TableRow Row(int letters, IEnumerable<D.TableCell> cells) => new(cells) { Height = RowHeight(letters) };

    private static D.TableCell Cell(string text, string language, int letters, string? fill, string ink, D.TextAlignmentTypeValues align, bool bold)
    {
        var properties = new D.TableCellProperties(
            Line<D.LeftBorderLineProperties>(), Line<D.RightBorderLineProperties>(), Line<D.TopBorderLineProperties>(), Line<D.BottomBorderLineProperties>(),
            fill is null ? new D.NoFill() : new D.SolidFill(new D.RgbColorModelHex { Val = fill }))
        {
            LeftMargin = 60_000,
            RightMargin = 60_000,
            TopMargin = 30_000,
            BottomMargin = 30_000,
            Anchor = D.TextAnchoringTypeValues.Center,
        };
        var paragraph = new D.Paragraph(new D.ParagraphProperties { Alignment = align }, PptxShapes.Run(text, language, letters, ink, bold));
        return new(new D.TextBody(new D.BodyProperties(), new D.ListStyle(), paragraph), properties);
    }

    private static T Line<T>() where T : D.LinePropertiesType, new()
    {
        var line = new T { Width = 6350 };
        line.Append(new D.SolidFill(new D.RgbColorModelHex { Val = LineInk }));
        return line;
    }
}
