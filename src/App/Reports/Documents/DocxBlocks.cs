using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>The parts of a paper as paragraphs and tables of a DOCX.</summary>
internal sealed class DocxBlocks
{
    /// <summary>Width between the margins, in twentieths of a point.</summary>
    private const int TextWidth = 11906 - 1361 - 1134;

    private const double NameWeight = 2.6;
    private const double WordsWeight = 2.8;
    private const double FieldNameWeight = 1;
    private const double FieldValueWeight = 2.4;

    private const int RowsKeptTogether = 14;
    private const int Bullets = 1;
    private const int Numbers = 2;

    public IEnumerable<OpenXmlElement> Of(IEnumerable<ReportPart> parts) => parts.SelectMany(Of);

    private static IEnumerable<OpenXmlElement> Of(ReportPart part) => part switch
    {
        ReportHeading heading => [DocxText.Paragraph($"Heading{heading.Level}", PlainText.Of(heading.Text))],
        ReportParagraph paragraph => [DocxText.Paragraph(StyleOf(paragraph.Look), PlainText.Of(paragraph.Text))],
        ReportList list => list.Items.Select(i => Item(PlainText.Of(i), list.Numbered)),
        ReportFields fields => [Fields(fields), DocxText.Paragraph("TableEnd", "")],
        ReportTable table => [DocxText.Paragraph("Caption", PlainText.Of(table.Title)), TableOf(table), DocxText.Paragraph("TableEnd", "")],
        ReportStrip strip => [DocxText.Paragraph("Caption", PlainText.Of(strip.Title)), StripOf(strip), DocxText.Paragraph("TableEnd", "")],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static string StyleOf(ParagraphLook look) => look switch { ParagraphLook.Lead => "Lead", ParagraphLook.Small => "Small", ParagraphLook.Blank => "Blank", _ => "BodyText" };

    private static Paragraph Item(string text, bool numbered) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = numbered ? "ListNumber" : "ListBullet" },
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = numbered ? Numbers : Bullets })),
        DocxText.Run(text));

    private static Table Fields(ReportFields fields)
    {
        var table = Empty(fields.Title, "", [FieldNameWeight, FieldValueWeight], firstRow: false);
        foreach (var (name, value) in fields.Rows) table.Append(Line(head: false, Cell("TableHead", PlainText.Of(name)), Cell("TableText", PlainText.Of(value))));
        return table;
    }

    private static Table TableOf(ReportTable content)
    {
        var table = Empty(content.Title, string.Join("; ", content.Columns.Select(c => c.Head)), [.. content.Columns.Select(c => c.Weight)], firstRow: true);
        table.Append(Line(head: true, [.. content.Columns.Select(c => Cell(c.Number ? "TableHeadNumber" : "TableHead", PlainText.Of(c.Head)))]));
        foreach (var row in content.Rows) table.Append(RowOf(content.Columns, row));
        if (content.Rows.Count <= RowsKeptTogether) KeepTogether(table);
        return table;
    }

    private static TableRow RowOf(IReadOnlyList<ReportColumn> columns, ReportRow row)
    {
        var cells = columns.Zip(row.Cells, (c, text) => Cell(StyleOf(c, row.Sum), PlainText.Of(text))).ToList();
        if (row.FirstSpan > 1) cells[0].PrependChild(new TableCellProperties(new GridSpan { Val = row.FirstSpan }));
        return Line(head: false, [cells[0], .. cells.Skip(row.FirstSpan)]);
    }

    private static string StyleOf(ReportColumn column, bool sum) => (sum, column.Number) switch { (true, true) => "TableHeadNumber", (true, false) => "TableHead", (false, true) => "TableNumber", _ => "TableText" };

    // A short table goes to the next page as a whole rather than being torn.
    private static void KeepTogether(Table table)
    {
        foreach (var paragraph in table.Elements<TableRow>().SkipLast(1).SelectMany(r => r.Descendants<ParagraphProperties>())) paragraph.KeepNext = new KeepNext();
    }

    private static Table StripOf(ReportStrip strip)
    {
        var table = Empty(strip.Title, strip.Description, [NameWeight, .. strip.Moments.Select(_ => 1.0), WordsWeight], firstRow: true);
        table.Append(Line(head: true, [Cell("StripHead", strip.ServiceHead), .. strip.Moments.Select(m => Cell("StripHead", m)), Cell("StripHead", strip.WordsHead)]));
        foreach (var row in strip.Rows)
            table.Append(Line(head: false, [Cell("StripText", PlainText.Of(row.Name)), .. row.Spans.Select(SpanOf), Cell("StripText", PlainText.Of(row.Words))]));
        KeepTogether(table);
        return table;
    }

    private static TableCell SpanOf(ReportSpan span)
    {
        var shade = Shade.Of(span.State);
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "StripState" }), DocxText.Run(span.Word, shade.Ink));
        return new(
            new TableCellProperties(
                new GridSpan { Val = span.Moments },
                new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade.Fill },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            paragraph);
    }

    private static Table Empty(string title, string description, IReadOnlyList<double> weights, bool firstRow)
    {
        var sum = weights.Sum();
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "ReportTable" },
                new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = firstRow ? "0020" : "0000", FirstRow = firstRow },
                new TableCaption { Val = PlainText.Of(title) },
                new TableDescription { Val = PlainText.Of(description) }),
            new TableGrid(weights.Select(w => new GridColumn { Width = $"{(int)(TextWidth * w / sum)}" })));
        return table;
    }

    private static TableRow Line(bool head, params IEnumerable<TableCell> cells)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head) properties.Append(new TableHeader());
        return new([properties, .. cells]);
    }

    private static TableCell Cell(string style, string text) => new(DocxText.Paragraph(style, text));
}
