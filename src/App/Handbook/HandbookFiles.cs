using System.Buffers.Binary;
using System.Globalization;
using System.Reflection;

namespace ResilienceMonitor.Handbook;

/// <summary>The files of <c>docs/handbook</c> inside the program.</summary>
internal static class HandbookFiles
{
    /// <summary>How the names of all pictures begin; language and file name follow, separated by dots.</summary>
    public const string Pictures = "Handbook.Pictures";

    private const string Words = "Handbook.Words";

    // A PNG says width and height, four bytes each, at this place of its first part.
    private const int PngSize = 16;

    private static readonly Assembly Program = typeof(HandbookFiles).Assembly;

    /// <summary>Names of the chapters of a language, such as <c>01-first-hour</c>, in their order.</summary>
    public static IEnumerable<string> Chapters(CultureInfo language)
    {
        var start = $"{Words}.{language.TwoLetterISOLanguageName}.";
        return Program.GetManifestResourceNames().Where(n => n.StartsWith(start, StringComparison.Ordinal))
            .Select(n => Path.GetFileNameWithoutExtension(n[start.Length..])).Order(StringComparer.Ordinal);
    }

    public static string Read(CultureInfo language, string chapter)
    {
        using var reader = new StreamReader(Open($"{Words}.{language.TwoLetterISOLanguageName}.{chapter}.md"));
        return reader.ReadToEnd();
    }

    /// <summary>Width and height in pixels of a picture named by its path, such as <c>de/start.png</c>.</summary>
    public static (int Width, int Height) SizeOf(string picture)
    {
        using var stream = Open($"{Pictures}.{picture.Replace('/', '.')}");
        Span<byte> head = stackalloc byte[PngSize + 8];
        stream.ReadExactly(head);
        return (BinaryPrimitives.ReadInt32BigEndian(head[PngSize..]), BinaryPrimitives.ReadInt32BigEndian(head[(PngSize + 4)..]));
    }

    private static Stream Open(string name) => Program.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program has no part {name}.");
}
