using System.Buffers;
using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>
/// Finds out how the bytes of a text file are to be read: UTF-8, UTF-16 with its mark, or Windows-1252, which German
/// spreadsheet programs still write. A file that mixes two of them is refused: guessing would spoil names without a word.
/// </summary>
internal static class TextDecoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static bool HasUtf16Mark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = HasUtf16Mark(bytes) ? Utf16(bytes) : EightBit(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw FileRefusedException.Because(FileCode.Nul);
        return text;
    }

    private static string Utf16(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UnicodeEncoding(bytes[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
        }
        catch (DecoderFallbackException)
        {
            throw FileRefusedException.Because(FileCode.EncodingUnknown);
        }
    }

    private static string EightBit(ReadOnlySpan<byte> bytes)
    {
        var marked = bytes.StartsWith(Utf8Mark);
        var content = marked ? bytes[Utf8Mark.Length..] : bytes;
        var (firstForeign, firstUtf8) = Survey(content);
        if (firstForeign is not { } foreign)
            return Encoding.UTF8.GetString(content);
        if (firstUtf8 is { } utf8)
            throw Mixed(LineOf(content, foreign), LineOf(content, utf8));
        if (marked)
            throw Mixed(LineOf(content, foreign), 1);
        // Five bytes have no character in Windows-1252; other encodings, for example of DOS programs, use them.
        if (content.ContainsAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]))
            throw FileRefusedException.Because(FileCode.EncodingUnknown);
        return Windows1252.GetString(content);
    }

    /// <summary>Where the first byte stands that is not UTF-8, and the first character of several bytes that is.</summary>
    private static (int? Foreign, int? Utf8) Survey(ReadOnlySpan<byte> bytes)
    {
        (int? foreign, int? utf8) = (null, null);
        for (var at = 0; at < bytes.Length;)
        {
            var plain = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain < 0)
                break;
            at += plain;
            if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != OperationStatus.Done)
                foreign ??= at;
            else if (IsUsual(rune))
                utf8 ??= at;
            if (foreign is not null && utf8 is not null)
                break;
            at += length;
        }

        return (foreign, utf8);
    }

    /// <summary>
    /// In Windows-1252 a word such as „Spaß“ happens to end in bytes that are valid UTF-8, for a letter nobody here writes. Only
    /// accented Latin letters and the usual punctuation prove that somebody wrote UTF-8.
    /// </summary>
    private static bool IsUsual(Rune rune) => rune.Value is (>= 0xA0 and <= 0x17F) or (>= 0x2010 and <= 0x2122);

    private static FileRefusedException Mixed(int foreign, int utf8) =>
        new(FileTexts.Problem(FileCode.EncodingMixed, foreign, utf8) with { Row = foreign });

    private static int LineOf(ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..at];
        var line = 1 + before.Count((byte)'\n');
        // A carriage return alone ends a line too; one in front of a line feed has been counted.
        return line + before.Count((byte)'\r') - before.Count("\r\n"u8);
    }
}
