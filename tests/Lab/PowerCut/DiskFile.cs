namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>How much of what was not flushed the disk had written when the power went.</summary>
public enum Luck
{
    None,
    All,

    /// <summary>In order, up to some point.</summary>
    Prefix,

    /// <summary>In any order, and of each write only some sectors.</summary>
    Torn,
}

/// <summary>A file or directory on the simulated disk: what is safe, and what was asked for since.</summary>
public sealed class DiskFile(bool isDirectory)
{
    private const int Sector = 512;
    private readonly List<Step> pending = [];
    private byte[] safe = [];
    private int safeLength;

    public bool IsDirectory => isDirectory;

    /// <summary>Names in this directory that are safe.</summary>
    public Dictionary<string, DiskFile> Names { get; } = new(StringComparer.Ordinal);

    public void Ask(Step step) => pending.Add(step);

    public void Flush()
    {
        foreach (var step in pending) Apply(step, ref safe, ref safeLength, _ => true);
        pending.Clear();
    }

    /// <summary>The bytes the disk holds after the cut.</summary>
    public byte[] Content(Luck luck, Dice dice)
    {
        var bytes = safe.AsSpan(0, safeLength).ToArray();
        var length = safeLength;
        var count = luck switch { Luck.None => 0, Luck.Prefix => dice.Number(pending.Count + 1), _ => pending.Count };
        var share = luck == Luck.Torn ? dice.Share() : 1;
        for (var i = 0; i < count; i++) Apply(pending[i], ref bytes, ref length, _ => share == 1 || dice.Happens(share));
        return length == bytes.Length ? bytes : bytes[..length];
    }

    private static void Apply(Step step, ref byte[] bytes, ref int length, Func<int, bool> reachesDisk)
    {
        if (step is Step.Resize resize && reachesDisk(0))
        {
            Reserve(ref bytes, (int)resize.Length);
            if (resize.Length < length) bytes.AsSpan((int)resize.Length, length - (int)resize.Length).Clear();
            length = (int)resize.Length;
        }

        if (step is not Step.Write write) return;
        for (int done = 0, next; done < write.Bytes.Length; done = next)
        {
            var at = (int)write.Offset + done;
            next = Math.Min(write.Bytes.Length, done + Sector - at % Sector);
            if (!reachesDisk(at)) continue;
            Reserve(ref bytes, at + next - done);
            write.Bytes.AsSpan(done, next - done).CopyTo(bytes.AsSpan(at));
            length = Math.Max(length, at + next - done);
        }
    }

    private static void Reserve(ref byte[] bytes, int length)
    {
        if (length > bytes.Length) Array.Resize(ref bytes, Math.Max(length, bytes.Length * 3 / 2));
    }
}
