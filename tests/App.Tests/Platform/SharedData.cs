using Xunit;

namespace ResilienceMonitor.App.Tests.Platform;

/// <summary>Real files that lie beside the checkout, not in it. A test that needs one is skipped when it is absent.</summary>
internal static class SharedData
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([System.IO.Path.GetDirectoryName(Root)!, "shared", .. parts]);
        Assert.SkipUnless(File.Exists(path) || Directory.Exists(path), $"Needs ../shared/{string.Join('/', parts)}, which is not here.");
        return path;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "ResilienceMonitor.slnx"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run inside the checkout.");
    }
}
