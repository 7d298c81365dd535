using System.Text;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Bytes as letters and digits that people can read out: RFC 4648 without padding.</summary>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Letters[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Letters[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>In groups, as they are printed.</summary>
    public static string Grouped(string text, int size) => string.Join('-', text.Chunk(size).Select(c => new string(c)));
}
