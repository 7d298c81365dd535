using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>A paper for word processors: real styles, so that a body can give it its own look, and equal bytes for equal contents.</summary>
public static class DocxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(ReportDocument report)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // Left alone parts would get ids by chance, and no two files would be alike.
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "document");
            var properties = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(properties, "properties");
            OfficeParts.Describe(properties, PlainText.Of(report.Title), report.Culture.Name);
            main.AddNewPart<StyleDefinitionsPart>("styles").Fill("styles.xml", report.Culture.Name);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Fill("numbering.xml", report.Culture.Name);
            main.AddNewPart<DocumentSettingsPart>("settings").Fill("settings.xml", report.Culture.Name);
            main.AddNewPart<HeaderPart>("header").Header = new Header(MarkOf(report));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(PageNumber(report));
            main.Document = new Document(new Body([.. Letterhead(report), Title(report), .. new DocxBlocks().Of(report.Parts), Page()]));
        }

        file.Position = 0;
        return EvenArchive.Again(file);
    }

    private static IEnumerable<Paragraph> Letterhead(ReportDocument report) => report.Letterhead is { } text ? [DocxText.Paragraph("Blank", PlainText.Of(text))] : [];

    private static Paragraph Title(ReportDocument report) => DocxText.Paragraph("Title", PlainText.Of(report.Title));

    private static Paragraph MarkOf(ReportDocument report) => DocxText.Paragraph(report.Mark is null ? "Header" : "Mark", report.Mark ?? "");

    private static Paragraph PageNumber(ReportDocument report)
    {
        var paragraph = DocxText.Paragraph("Footer", $"{PlainText.Of(report.Title)} · {ReportsTexts.Get("document.page")} ");
        paragraph.Append(new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" });
        paragraph.Append(DocxText.Run($" {ReportsTexts.Get("document.of")} "));
        paragraph.Append(new SimpleField(new Run(new Text("1"))) { Instruction = "NUMPAGES" });
        return paragraph;
    }

    // A4 with the margins German offices use for filing.
    private static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" },
        new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1247, Bottom = 1134, Left = 1361, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
}
