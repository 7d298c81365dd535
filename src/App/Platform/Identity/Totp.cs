using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Codes of an authenticator app as RFC 6238 makes them: six digits, a new one every thirty seconds.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const int KeyBytes = 20;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The step a code belongs to, the present or a neighbouring one; null: a wrong code.</summary>
    public static long? StepOf(byte[] key, string code, Instant now)
    {
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;

        // All three are compared, so that the time it takes says nothing.
        foreach (var step in new[] { present - 1, present, present + 1 })
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(key, step)), Encoding.UTF8.GetBytes(code)))
                found = step;
        return found;
    }

    public static string CodeAt(byte[] key, Instant at) => CodeOf(key, at.ToUnixTimeSeconds() / StepSeconds);

    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard asks for it, and authenticator apps know nothing else; as HMAC it is sound.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }
}
