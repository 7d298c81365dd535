using System.Globalization;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ResilienceMonitor.Handbook;

/// <summary>
/// Turns Markdown as it stands in the repository into a chapter: links to files of other chapters become addresses of pages, and pictures say how
/// large they are, so that the page does not jump while they load. Markup of HTML is shown as text.
/// </summary>
internal static class ChapterReader
{
    private const string PicturesFolder = "../pictures/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <exception cref="FormatException">The file does not begin with a heading and a paragraph.</exception>
    public static Chapter Read(string name, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        if (document is not [HeadingBlock { Level: 1 } heading, ParagraphBlock lead, ..]) throw new FormatException($"The chapter {name} begins with no heading and paragraph.");
        var (title, aim) = (PlainText(heading), PlainText(lead));
        document.Remove(heading);
        document.Remove(lead);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Lead(link);
        return new Chapter(KeyOf(name), title, aim, document.ToHtml(Pipeline));
    }

    /// <summary>The number in front only orders the files.</summary>
    private static string KeyOf(string name) => name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    private static void Lead(LinkInline link)
    {
        if (link is { IsImage: true, Url: { } picture } && picture.StartsWith(PicturesFolder, StringComparison.Ordinal))
        {
            var path = picture[PicturesFolder.Length..];
            var (width, height) = HandbookFiles.SizeOf(path);
            link.Url = $"/handbook/pictures/{path}";
            link.GetAttributes().AddProperty("width", width.ToString(CultureInfo.InvariantCulture));
            link.GetAttributes().AddProperty("height", height.ToString(CultureInfo.InvariantCulture));
        }
        else if (link.Url is { } file && file.EndsWith(".md", StringComparison.Ordinal))
        {
            link.Url = $"/handbook/{KeyOf(file[..^".md".Length])}";
        }
    }

    private static string PlainText(LeafBlock block) => string.Concat(block.Inline!.Descendants().Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => " ",
        _ => "",
    }));
}
