using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services;

/// <summary>Turns a model into the bytes whose hash is its identity, and back.</summary>
public static class SnapshotJson
{
    public static string HashOf(BodyModel model) => Hash(CanonicalJson.Write(model));

    public static (string Hash, byte[] Packed) Pack(BodyModel model)
    {
        var json = CanonicalJson.Write(model);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(Encoding.UTF8.GetBytes(json));
        return (Hash(json), packed.ToArray());
    }

    public static BodyModel Unpack(byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return CanonicalJson.Read<BodyModel>(reader.ReadToEnd());
    }

    private static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
