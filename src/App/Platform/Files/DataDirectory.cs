namespace ResilienceMonitor.Platform.Files;

/// <summary>The one directory that holds everything of an installation: back it up, and nothing is lost.</summary>
public sealed record DataDirectory(string Path)
{
    public string DatabaseFile => System.IO.Path.Combine(Path, "resmon.db");

    /// <summary>The directory asked for, else RESMON_DATA, else <c>./data</c>.</summary>
    public static DataDirectory Resolve(string? asked) =>
        new(System.IO.Path.GetFullPath(FirstFilled(asked, Environment.GetEnvironmentVariable("RESMON_DATA")) ?? "data"));

    /// <summary>Makes it and proves that it can be written, before anything else is tried.</summary>
    /// <exception cref="StartProblem">It cannot be written.</exception>
    public void Prepare()
    {
        try
        {
            Make(Path);
            var probe = System.IO.Path.Combine(Path, $".write-test-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem(Refusal.Of<PlatformTexts>("start.data-directory", Path));
        }
    }

    /// <summary>Makes a directory that only its owner can look into; one that is there stays as it is.</summary>
    public static void Make(string path) => DurableFile.CreateDirectory(path);

    private static string? FirstFilled(params string?[] values) => values.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
}
