using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>Paragraphs and runs of a DOCX.</summary>
internal static class DocxText
{
    public static Paragraph Paragraph(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    /// <summary>Text with its line ends.</summary>
    public static Run Run(string text, string? ink = null)
    {
        var run = new Run();
        if (ink is not null) run.Append(new RunProperties(new Color { Val = ink }));
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0) run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
