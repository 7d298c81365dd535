using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>
/// The code by which another body is named: its id in 26 characters that are hard to mistake (Crockford's base 32) and two that catch a slip.
/// It is read without looking anything up, so it does not tell whether such a body is here.
/// </summary>
public static class BodyCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int IdLength = 26;
    private const int Group = 4;

    public static string Of(BodyId body) =>
        string.Join('-', Text(body).Chunk(Group).Select(g => new string(g)));

    /// <summary>Null: mistyped. Letter case, blanks and dashes do not matter; O is read as 0, I and L as 1.</summary>
    public static BodyId? Read(string? typed)
    {
        var plain = string.Concat((typed ?? "").ToUpperInvariant().Where(c => c is not (' ' or '-')).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        if (plain.Length != IdLength + 2 || plain.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal))) return null;
        var value = plain.Take(IdLength).Aggregate(System.Numerics.BigInteger.Zero, (sum, c) => (sum * 32) + Alphabet.IndexOf(c, StringComparison.Ordinal));
        if (value.GetByteCount(isUnsigned: true) > 16) return null;
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        var body = new BodyId(new Guid([.. new byte[16 - bytes.Length], .. bytes], bigEndian: true));
        return Text(body) == plain ? body : null;
    }

    private static string Text(BodyId body)
    {
        var bytes = body.Value.ToByteArray(bigEndian: true);
        var value = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var letters = new char[IdLength];
        for (var i = IdLength - 1; i >= 0; i--) (letters[i], value) = (Alphabet[(int)(value % 32)], value / 32);
        var check = SHA256.HashData(bytes);
        return new string(letters) + Alphabet[check[0] % 32] + Alphabet[check[1] % 32];
    }
}
