using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Presentation;
using ResilienceMonitor.Reports.Documents;
using D = DocumentFormat.OpenXml.Drawing;

namespace ResilienceMonitor.Reports.Slides;

/// <summary>What stands on a slide.</summary>
internal static class PptxShapes
{
    private const long LinesTop = 1_737_360;
    private const long LineHeight = 420_000;
    private const int FootSize = 12;

    public static Slide Slide(ReportSlide slide, SlideDeck deck, int number)
    {
        var language = deck.Culture.Name;
        var tree = Tree(
            Text(2, "Title", new PlaceholderShape { Type = PlaceholderValues.Title }, [slide.Title], language),
            Text(3, "Text", new PlaceholderShape { Index = 1 }, slide.Lines, language, slide.Picture is null ? null : Lines(slide)),
            Text(4, "Footer", new PlaceholderShape { Type = PlaceholderValues.Footer, Size = PlaceholderSizeValues.Quarter, Index = 11 }, [$"{deck.Mark} · {deck.Title}"], language, letters: FootSize),
            Number(number, language));
        if (slide.Picture is { } picture) tree.Append(PptxTables.Of(picture, PictureTop(slide), language));
        return new(new CommonSlideData(tree), new ColorMapOverride(new D.MasterColorMapping()));
    }

    public static NotesSlide Notes(string text, string language) => new(
        new CommonSlideData(Tree(
            new Shape(
                new NonVisualShapeProperties(
                    new NonVisualDrawingProperties { Id = 2, Name = "Slide" },
                    new NonVisualShapeDrawingProperties(new D.ShapeLocks { NoGrouping = true, NoRotation = true, NoChangeAspect = true }),
                    new ApplicationNonVisualDrawingProperties(new PlaceholderShape { Type = PlaceholderValues.SlideImage })),
                new ShapeProperties()),
            Text(3, "Notes", new PlaceholderShape { Type = PlaceholderValues.Body, Index = 3 }, text.Split('\n'), language))),
        new ColorMapOverride(new D.MasterColorMapping()));

    public static D.Run Run(string text, string language, int? size = null, string? ink = null, bool bold = false)
    {
        var properties = new D.RunProperties { Language = language };
        if (size is { } points) properties.FontSize = points * 100;
        if (bold) properties.Bold = true;
        if (ink is not null) properties.Append(new D.SolidFill(new D.RgbColorModelHex { Val = ink }));
        if (size is not null) properties.Append(new D.LatinFont { Typeface = "+mn-lt" });
        return new(properties, new D.Text(PlainText.Of(text).Replace('\n', ' ')));
    }

    private static long PictureTop(ReportSlide slide) => LinesTop + LineHeight * slide.Lines.Count + (slide.Lines.Count > 0 ? 120_000 : 0);

    private static D.Transform2D Lines(ReportSlide slide) =>
        new(new D.Offset { X = PptxTables.Left, Y = LinesTop }, new D.Extents { Cx = PptxTables.TextWidth, Cy = Math.Max(1, LineHeight * slide.Lines.Count) });

    private static ShapeTree Tree(params IEnumerable<OpenXmlElement> shapes) => new(
    [
        new NonVisualGroupShapeProperties(new NonVisualDrawingProperties { Id = 1, Name = "" }, new NonVisualGroupShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
        new GroupShapeProperties(new D.TransformGroup(
            new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = 0, Cy = 0 }, new D.ChildOffset { X = 0, Y = 0 }, new D.ChildExtents { Cx = 0, Cy = 0 })),
        .. shapes,
    ]);

    private static Shape Text(uint id, string name, PlaceholderShape place, IReadOnlyList<string> lines, string language, D.Transform2D? box = null, int? letters = null)
    {
        var properties = new ShapeProperties();
        if (box is not null) properties.Append(box);
        return new(
            Named(id, name, place),
            properties,
            new TextBody([new D.BodyProperties(), new D.ListStyle(), .. lines.DefaultIfEmpty("").Select(l => new D.Paragraph(new D.ParagraphProperties { Alignment = letters is null ? null : D.TextAlignmentTypeValues.Left }, Run(l, language, letters)))]));
    }

    private static Shape Number(int number, string language) => new(
        Named(5, "Number", new PlaceholderShape { Type = PlaceholderValues.SlideNumber, Size = PlaceholderSizeValues.Quarter, Index = 12 }),
        new ShapeProperties(),
        new TextBody(new D.BodyProperties(), new D.ListStyle(), new D.Paragraph(
            new D.Field(new D.RunProperties(new D.LatinFont { Typeface = "+mn-lt" }) { Language = language, FontSize = FootSize * 100 }, new D.Text($"{number}")) { Id = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", Type = "slidenum" })));

    private static NonVisualShapeProperties Named(uint id, string name, PlaceholderShape place) => new(
        new NonVisualDrawingProperties { Id = id, Name = name },
        new NonVisualShapeDrawingProperties(new D.ShapeLocks { NoGrouping = true }),
        new ApplicationNonVisualDrawingProperties(place));
}
