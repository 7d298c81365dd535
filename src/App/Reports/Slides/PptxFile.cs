using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using ResilienceMonitor.Platform.Files;
using ResilienceMonitor.Reports.Documents;

namespace ResilienceMonitor.Reports.Slides;

/// <summary>Slides with editable text, native tables and notes; equal bytes for equal contents.</summary>
public static class PptxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /// <summary>16:9, in English metric units.</summary>
    internal const int Width = 12_192_000;

    private const int Height = 6_858_000;
    private const uint FirstSlideId = 256;
    private const uint MasterId = 2_147_483_648;

    public static byte[] Write(SlideDeck deck)
    {
        using var file = new MemoryStream();
        using (var document = PresentationDocument.Create(file, PresentationDocumentType.Presentation))
        {
            // Left alone parts would get ids by chance, and no two files would be alike.
            var main = document.AddPresentationPart();
            document.ChangeIdOfPart(main, "presentation");
            var properties = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(properties, "properties");
            OfficeParts.Describe(properties, PlainText.Of(deck.Title), deck.Culture.Name);
            Fill(main, deck);
        }

        file.Position = 0;
        return EvenArchive.Again(file);
    }

    private static void Fill(PresentationPart main, SlideDeck deck)
    {
        var language = deck.Culture.Name;
        var master = main.AddNewPart<SlideMasterPart>("master").Fill("slide-master.xml", language);
        var layout = master.AddNewPart<SlideLayoutPart>("layout").Fill("slide-layout.xml", language);
        layout.AddPart(master, "master");
        master.AddNewPart<ThemePart>("theme").Fill("theme.xml", language);
        var notes = main.AddNewPart<NotesMasterPart>("notes").Fill("notes-master.xml", language);
        notes.AddNewPart<ThemePart>("theme").Fill("theme.xml", language);
        var ids = new SlideIdList();
        foreach (var (index, slide) in deck.Slides.Index())
        {
            var part = main.AddNewPart<SlidePart>($"slide{index + 1}");
            part.AddPart(layout, "layout");
            part.Slide = PptxShapes.Slide(slide, deck, index + 1);
            var said = part.AddNewPart<NotesSlidePart>("notes");
            said.AddPart(part, "slide");
            said.AddPart(notes, "master");
            said.NotesSlide = PptxShapes.Notes(slide.Notes, language);
            ids.Append(new SlideId { Id = FirstSlideId + (uint)index, RelationshipId = $"slide{index + 1}" });
        }

        main.Presentation = new Presentation(
            new SlideMasterIdList(new SlideMasterId { Id = MasterId, RelationshipId = "master" }),
            new NotesMasterIdList(new NotesMasterId { Id = "notes" }),
            ids,
            new SlideSize { Cx = Width, Cy = Height },
            new NotesSize { Cx = Height, Cy = 9_144_000 });
    }
}
