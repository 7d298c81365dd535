using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Tells what a file is by its first bytes; its name and what the browser says about it prove nothing.</summary>
internal static class FileMagic
{
    /// <summary>This many bytes are looked at before the rest is read.</summary>
    public const int Length = 4096;

    private static readonly string[] Openings = ["<!doctype", "<html", "<?xml", "<svg", "<table", "{\\rtf"];

    /// <summary>True: a ZIP archive, maybe a workbook. False: text. Anything else is refused.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            throw FileRefusedException.Because(FileCode.Empty);
        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8))
            return true;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw FileRefusedException.Because(FileCode.OldExcel);
        if (start.StartsWith("%PDF-"u8) || IsMarkup(start))
            throw FileRefusedException.Because(FileCode.NotATable);
        if (!TextDecoding.HasUtf16Mark(start) && start.Contains((byte)0))
            throw FileRefusedException.Because(FileCode.Nul);
        return false;
    }

    /// <summary>Many programs of an office export a web page and call it <c>.xls</c>.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith(TextDecoding.Utf8Mark) ? start[TextDecoding.Utf8Mark.Length..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        foreach (var opening in Openings)
        {
            if (text.Length >= opening.Length && Ascii.EqualsIgnoreCase(text[..opening.Length], opening))
                return true;
        }

        return false;
    }
}
