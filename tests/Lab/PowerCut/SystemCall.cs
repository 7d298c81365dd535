using System.Globalization;
using System.Text;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>One call as <c>strace -f -xx</c> prints it: strings are all hexadecimal, so a comma always parts two arguments.</summary>
/// <param name="Begins">False for the second half of a call that another thread interrupted.</param>
/// <param name="Ends">False for the first half.</param>
public sealed record SystemCall(string Thread, string Name, IReadOnlyList<string> Arguments, long Result, bool Begins, bool Ends)
{
    private const string Unfinished = " <unfinished ...>";
    private const string Resumed = " resumed>";

    public static SystemCall? Parse(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var thread = line[..space];
        var rest = line.AsSpan(space).TrimStart();
        if (rest.StartsWith("<... ")) return ParseSecondHalf(thread, rest[5..].ToString());
        var open = rest.IndexOf('(');
        if (open < 0 || rest.StartsWith("---") || rest.StartsWith("+++")) return null;
        var name = rest[..open].ToString();
        var ends = !rest.EndsWith(Unfinished);
        var close = ends ? rest.LastIndexOf(") ") : rest.Length - Unfinished.Length;
        var arguments = rest[(open + 1)..close].TrimEnd(", ").ToString().Split(", ");
        return new SystemCall(thread, name, arguments, ends ? ResultOf(rest) : 0, Begins: true, ends);
    }

    public string Text(int argument) => Encoding.UTF8.GetString(Bytes(argument));

    public byte[] Bytes(int argument)
    {
        var text = Arguments[argument];
        if (!text.StartsWith('"') || !text.EndsWith('"')) throw new InvalidDataException($"{Name}: the recording is cut short: {text[..Math.Min(40, text.Length)]}");
        var bytes = new byte[(text.Length - 2) / 4];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(Digit(text[i * 4 + 3]) << 4 | Digit(text[i * 4 + 4]));
        return bytes;
    }

    public long Number(int argument) => long.Parse(Arguments[argument], CultureInfo.InvariantCulture);

    public bool Has(int argument, string flag) => argument < Arguments.Count && Arguments[argument].Contains(flag, StringComparison.Ordinal);

    private static SystemCall ParseSecondHalf(string thread, string rest) =>
        new(thread, rest[..rest.IndexOf(Resumed, StringComparison.Ordinal)], [], ResultOf(rest), Begins: false, Ends: true);

    // A failed call prints "= -1 ENOENT (...)", one that never returned "= ?".
    private static long ResultOf(ReadOnlySpan<char> rest)
    {
        var result = rest[(rest.LastIndexOf(" = ") + 3)..];
        var end = result.IndexOf(' ');
        return long.TryParse(end < 0 ? result : result[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
