using System.Text;

namespace ResilienceMonitor.Packaging;

/// <summary>Makes one archive from a published program, and proves of an unpacked one that it is what its list of parts says.</summary>
public static class Release
{
    /// <summary>Puts program, texts, licences and list of parts together and packs them; the path of the archive.</summary>
    /// <param name="checkout">What the release is made from.</param>
    /// <param name="published">Folder of the published program.</param>
    /// <param name="packageFolder">Folder of the restored NuGet packages.</param>
    /// <param name="runtime">System it is for, such as <c>win-x64</c>.</param>
    /// <param name="target">Folder the archive goes to.</param>
    /// <param name="made">Time that everything in it bears.</param>
    public static string Pack(Checkout checkout, string published, string packageFolder, string runtime, string target, DateTimeOffset made)
    {
        var program = PublishedProgram.Read(published, checkout, packageFolder, runtime);
        var windows = runtime.StartsWith("win", StringComparison.Ordinal);
        var folder = Path.Combine(target, $"resilience-monitor-{program.Product.Version}-{runtime}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var file in PublishedProgram.AllFiles(published))
        {
            var copy = Path.Combine(folder, "program", file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(published, file), copy);
        }

        LicenceFolder.Write(program.Components, program.Product, Path.Combine(folder, "licences"));
        File.WriteAllText(Path.Combine(folder, PartsList.FileName), PartsList.Write(program, published, runtime, made));
        foreach (var (source, name) in checkout.TextsBeside(windows)) CopyText(source, Path.Combine(folder, name), windows, program.Product.Version);
        var archive = folder + (windows ? ".zip" : ".tar.gz");
        ReleaseArchive.Write(folder, archive, made);
        Directory.Delete(folder, recursive: true);
        return archive;
    }

    /// <summary>Compares an unpacked archive with its list of parts, both ways.</summary>
    /// <exception cref="PackagingProblem">A file is missing, was changed, or stands in no list.</exception>
    public static int Verify(string folder)
    {
        var listed = PartsList.Files(File.ReadAllText(Path.Combine(folder, PartsList.FileName)));
        var program = Path.Combine(folder, "program");
        var found = PublishedProgram.AllFiles(program).ToHashSet(StringComparer.Ordinal);
        var wrong = found.Where(f => !listed.ContainsKey(f)).Select(f => $"{f} stands in no list")
            .Concat(listed.Keys.Where(f => !found.Contains(f)).Select(f => $"{f} is missing"))
            .Concat(listed.Where(f => found.Contains(f.Key) && PartsList.Digest(Path.Combine(program, f.Key)) != f.Value).Select(f => $"{f.Key} was changed")).ToList();
        return wrong.Count == 0 ? found.Count : throw new PackagingProblem(string.Join("; ", wrong));
    }

    // Old editors and the command interpreter of Windows want its line ends.
    private static void CopyText(string source, string target, bool windows, string version)
    {
        var text = File.ReadAllText(source).Replace("{version}", version, StringComparison.Ordinal);
        File.WriteAllText(target, windows ? text.ReplaceLineEndings("\r\n") : text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: windows && !target.EndsWith(".cmd", StringComparison.Ordinal)));
    }
}
