using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Something the program keeps outside the database and that must survive. Another one is added to <see cref="OwnFiles.Of"/>.</summary>
public interface IOwnFiles
{
    string Area { get; }

    /// <summary>Writes the next one as the program does; what it returns is then acknowledged.</summary>
    Task<Change> WriteNext();

    /// <summary>Null when everything acknowledged is there and everything there can be read, else what is wrong.</summary>
    string? Check(IReadOnlyDictionary<string, int> acknowledged);
}

public static class OwnFiles
{
    public static IReadOnlyList<IOwnFiles> Of(LabApp app, string data, string? flaw) => [new SavedFiles(Path.Combine(data, "saved"), flaw), new KeyRing(app)];
}
