using System.Text.Json.Nodes;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Packaging;
using Xunit;

namespace ResilienceMonitor.App.Tests.Packaging;

/// <summary>A release names everything it ships, or it is not made. The whole archives are tried by <c>./release --verify</c>.</summary>
public sealed class PartsListTests : IDisposable
{
    private static readonly DateTimeOffset Made = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private readonly string root = Directory.CreateTempSubdirectory("resmon-packaging-").FullName;

    public PartsListTests()
    {
        Write("Directory.Build.props", "    <Version>1.2.3</Version>");
        Write("LICENSE", "words of the EUPL");
        Write("catalogues/one.json", "{}");
        Write("src/App/wwwroot/css/a.css", "a");
        Write("src/App/wwwroot/licences/FiraSans-OFL-1.1.txt", "words of the OFL");
        Write("src/App/node_modules/@kern-ux/native/LICENSE.md", "words of KERN");
        Write("src/App/package-lock.json", """{"packages":{"node_modules/@kern-ux/native":{"version":"2.0.0","license":"EUPL-1.2","integrity":"sha512-AAAA"}}}""");
        Write("src/App/packages.release.lock.json", """{"dependencies":{"net10.0":{"Sample.Part":{"resolved":"1.0.0","contentHash":"AAAA"}}}}""");
        Write("packaging/licences/MIT.txt", "words of MIT");
        Write("packages/sample.part/1.0.0/sample.part.nuspec", """<package><metadata><license type="expression">MIT</license><authors>A</authors></metadata></package>""");
        foreach (var pack in new[] { "runtime", "host" })
            Write($"packages/microsoft.netcore.app.{pack}.linux-x64/10.0.14/microsoft.netcore.app.{pack}.linux-x64.nuspec", """<package><metadata><license type="expression">MIT</license><authors>B</authors></metadata></package>""");
        foreach (var file in new[] { "resmon", "resmon.dll", "resmon.runtimeconfig.json", "Sample.Part.dll", "libcoreclr.so", "catalogues/one.json", "wwwroot/css/a.css", "wwwroot/kern/kern.css", "wwwroot/kern/F.woff2", "wwwroot/licences/EUPL-1.2.txt", "wwwroot/licences/FiraSans-OFL-1.1.txt" })
            Write($"published/{file}", file);
        Write("published/resmon.deps.json", Dependencies("1.0.0"));
    }

    [Fact]
    public void Everything_published_stands_in_the_list_with_its_package()
    {
        var list = JsonNode.Parse(List())!;
        Assert.Equal(
            ["pkg:generic/fira-sans@4.106", "pkg:npm/%40kern-ux/native@2.0.0", "pkg:nuget/Microsoft.NETCore.App.Host.linux-x64@10.0.14", "pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.14", "pkg:nuget/Sample.Part@1.0.0"],
            list["components"]!.AsArray().Select(c => c!["purl"]!.GetValue<string>()));
        Assert.Equal(PublishedProgram.AllFiles(In("published")), PartsList.Files(List()).Keys);
    }

    [Fact]
    public void A_file_of_no_package_stops_the_release()
    {
        Write("published/Smuggled.dll", "x");
        Assert.Contains("Smuggled.dll", Assert.Throws<PackagingProblem>(List).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_the_lock_file_does_not_name_stops_the_release()
    {
        Write("published/resmon.deps.json", Dependencies("1.0.1"));
        Assert.Contains("Sample.Part 1.0.1", Assert.Throws<PackagingProblem>(List).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_the_words_of_its_licence_stops_the_release()
    {
        File.Delete(In("packaging/licences/MIT.txt"));
        Assert.Contains("MIT", Assert.Throws<PackagingProblem>(List).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.tar.gz")]
    [InlineData("a.zip")]
    public async Task Equal_contents_give_equal_bytes(string name)
    {
        ReleaseArchive.Write(In("published"), In(name), Made);
        foreach (var file in Directory.EnumerateFiles(In("published"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(40));
        Directory.CreateDirectory(In("elsewhere"));
        Directory.Move(In("published"), In("elsewhere/published"));
        ReleaseArchive.Write(In("elsewhere/published"), In($"elsewhere/{name}"), Made);
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(await File.ReadAllBytesAsync(In(name), ct), await File.ReadAllBytesAsync(In($"elsewhere/{name}"), ct));
    }

    [Fact]
    public void The_list_of_equal_contents_is_equal() => Assert.Equal(List(), List());

    /// <summary>The lock file of releases pins what the everyday one pins, so that what was tested is what is handed out.</summary>
    [Fact]
    public void Releases_ship_the_versions_that_were_tested()
    {
        var tested = JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Root, "src", "App", "packages.lock.json")))!["dependencies"]!["net10.0"]!.AsObject();
        var shipped = JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Root, "src", "App", "packages.release.lock.json")))!["dependencies"]!["net10.0"]!.AsObject();
        Assert.True(tested.Count > 10, "Almost no package was compared.");
        Assert.Equal(Versions(tested), Versions(shipped));
        static IEnumerable<string> Versions(JsonObject packages) => packages.Select(p => $"{p.Key} {p.Value!["resolved"]} {p.Value["contentHash"]}").Order();
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string Dependencies(string version) => $$"""
        {
          "runtimeTarget": { "name": "t" },
          "targets": { "t": {
            "resmon/1.2.3": { "runtime": { "resmon.dll": {} } },
            "Sample.Part/{{version}}": { "runtime": { "lib/net10.0/Sample.Part.dll": {} } },
            "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.14": { "native": { "libcoreclr.so": {} } }
          } },
          "libraries": {
            "resmon/1.2.3": { "type": "project" },
            "Sample.Part/{{version}}": { "type": "package" },
            "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.14": { "type": "runtimepack" }
          }
        }
        """;

    private string List() => PartsList.Write(PublishedProgram.Read(In("published"), new Checkout(root), In("packages"), "linux-x64"), In("published"), "linux-x64", Made);

    private string In(string path) => Path.Combine(root, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }
}
