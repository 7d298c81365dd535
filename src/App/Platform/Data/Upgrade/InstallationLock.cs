namespace ResilienceMonitor.Platform.Data.Upgrade;

/// <summary>
/// A lock of the operating system on the data directory: every running program shares it, an upgrade has it alone. It ends with the process,
/// however the process ends.
/// </summary>
public sealed class InstallationLock : IDisposable
{
    private readonly string file;
    private FileStream? held;

    public InstallationLock(string databaseFile) => file = databaseFile + ".lock";

    /// <summary>Alone; false when another program is running on the directory.</summary>
    public bool TryAlone()
    {
        Dispose();
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Together with others; false while one upgrades.</summary>
    public bool TryShared()
    {
        Dispose();
        try
        {
            if (!File.Exists(file)) using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite)) { }
            held = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }
}
