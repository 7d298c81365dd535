using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Files;

/// <summary>Real data that lies beside the repository and is not part of it; a test that needs it is skipped where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Directory.GetParent(Root)!.FullName, "shared", "data", .. parts]);
        Assert.SkipUnless(File.Exists(path), $"{string.Join('/', parts)} is not here; it belongs into ../shared/data beside the repository.");
        return path;
    }

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ResilienceMonitor.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
