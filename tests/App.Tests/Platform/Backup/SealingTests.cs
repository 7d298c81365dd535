using System.Buffers.Binary;
using System.Security.Cryptography;
using ResilienceMonitor.Platform.Backup;
using ResilienceMonitor.Platform.Backup.Sealing;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>Nothing comes out of a sealed file but what went in, whole and in order.</summary>
public sealed class SealingTests
{
    private static readonly BackupKey Key = BackupKey.OfBytes(RandomNumberGenerator.GetBytes(BackupKey.KeyBytes));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedChunk.Size - 1)]
    [InlineData(SealedChunk.Size)]
    [InlineData(SealedChunk.Size + 1)]
    [InlineData((3 * SealedChunk.Size) + 17)]
    public void What_went_in_comes_out(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        Assert.Equal(plain, Open(Seal(plain), Key));
    }

    [Fact]
    public void Every_flipped_bit_of_a_small_file_is_refused()
    {
        var file = Seal(RandomNumberGenerator.GetBytes(40));
        for (var i = 0; i < file.Length; i++)
            for (var bit = 0; bit < 8; bit++)
                Refused([.. file[..i], (byte)(file[i] ^ (1 << bit)), .. file[(i + 1)..]]);
    }

    [Fact]
    public void Every_truncation_of_a_small_file_is_refused()
    {
        var file = Seal(RandomNumberGenerator.GetBytes(40));
        for (var length = 0; length < file.Length; length++) Refused(file[..length]);
    }

    [Fact]
    public void Flips_and_truncations_of_a_long_file_are_refused()
    {
        var file = Seal(RandomNumberGenerator.GetBytes((3 * SealedChunk.Size) + 17));
        for (var i = 0; i < file.Length; i += 997)
        {
            Refused([.. file[..i], (byte)(file[i] ^ 1), .. file[(i + 1)..]]);
            Refused(file[..i]);
        }

        // Exactly at the borders of chunks too: there a file looks tidiest.
        for (var chunk = 0; chunk <= 3; chunk++) Refused(file[..(SealHeader.Size + (chunk * Frame))]);
    }

    [Fact]
    public void Chunks_that_are_moved_left_out_repeated_or_added_are_refused()
    {
        var file = Seal(RandomNumberGenerator.GetBytes(3 * SealedChunk.Size));
        var (header, one, two, three) = (file[..SealHeader.Size], Chunk(file, 0), Chunk(file, 1), Chunk(file, 2));
        Assert.Equal(3 * SealedChunk.Size, Open([.. header, .. one, .. two, .. three], Key).Length);
        Refused([.. header, .. two, .. one, .. three]);
        Refused([.. header, .. one, .. three]);
        Refused([.. header, .. three]);
        Refused([.. header, .. one, .. one, .. two, .. three]);
        Refused([.. file, .. three]);
        Refused([.. file, 0]);
    }

    [Fact]
    public void A_file_cut_at_a_chunk_and_given_an_end_is_refused()
    {
        var cut = Seal(RandomNumberGenerator.GetBytes(3 * SealedChunk.Size))[..(SealHeader.Size + (2 * Frame))];
        cut[SealHeader.Size + Frame] |= 0x80;
        Refused(cut);
    }

    [Fact]
    public void Chunks_of_another_backup_under_the_same_key_are_refused()
    {
        var first = Seal(RandomNumberGenerator.GetBytes(3 * SealedChunk.Size));
        var second = Seal(RandomNumberGenerator.GetBytes(3 * SealedChunk.Size));
        Refused([.. first[..SealHeader.Size], .. Chunk(first, 0), .. Chunk(second, 1), .. Chunk(first, 2)]);
        Refused([.. second[..SealHeader.Size], .. first[SealHeader.Size..]]);
    }

    [Fact]
    public void What_was_not_completed_cannot_be_read()
    {
        using var file = new MemoryStream();
        using (var sealing = new SealingStream(file, Key)) sealing.Write(new byte[2 * SealedChunk.Size]);
        Refused(file.ToArray());
    }

    [Fact]
    public void Another_key_or_another_kind_of_key_is_named()
    {
        var file = Seal(new byte[10]);
        Assert.Equal("key.wrong", Refused(file, BackupKey.OfBytes(new byte[BackupKey.KeyBytes])));
        Assert.Equal("key.file-needed", Refused(file, BackupKey.OfPassphrase("a long passphrase")));
        var locked = Seal(new byte[10], BackupKey.OfPassphrase("a long passphrase"));
        Assert.Equal(10, Open(locked, BackupKey.OfPassphrase("a long passphrase")).Length);
        Assert.Equal("key.wrong", Refused(locked, BackupKey.OfPassphrase("another passphrase")));
        Assert.Equal("key.passphrase-needed", Refused(locked, Key));
        Assert.Equal("key.passphrase-short", Assert.Throws<BackupRefusedException>(() => BackupKey.OfPassphrase("short")).Refusal.Code);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(BackupLimits.MostIterations + 1)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_forged_number_of_rounds_costs_no_time(int rounds)
    {
        var file = Seal(new byte[10], BackupKey.OfPassphrase("a long passphrase"));
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(10), rounds);
        Assert.Equal("damaged", Refused(file, BackupKey.OfPassphrase("a long passphrase")));
    }

    [Fact]
    public void Two_backups_of_the_same_share_nothing() =>
        Assert.NotEqual(Seal(new byte[100])[SealHeader.Size..], Seal(new byte[100])[SealHeader.Size..]);

    private const int Frame = SealedChunk.FrameBytes + SealedChunk.Size;

    private static byte[] Chunk(byte[] file, int number) => file[(SealHeader.Size + (number * Frame))..Math.Min(file.Length, SealHeader.Size + ((number + 1) * Frame))];

    private static byte[] Seal(byte[] plain, BackupKey? key = null)
    {
        using var file = new MemoryStream();
        using var sealing = new SealingStream(file, key ?? Key);
        sealing.Write(plain);
        sealing.Complete();
        return file.ToArray();
    }

    private static byte[] Open(byte[] file, BackupKey key)
    {
        using var unsealing = new UnsealingStream(new MemoryStream(file), key);
        using var plain = new MemoryStream();
        unsealing.CopyTo(plain);
        return plain.ToArray();
    }

    private static string Refused(byte[] file, BackupKey? key = null) => Assert.Throws<BackupRefusedException>(() => Open(file, key ?? Key)).Refusal.Code;
}
