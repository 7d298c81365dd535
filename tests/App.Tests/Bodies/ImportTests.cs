using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies;

public sealed class ImportTests
{
    private const string Header = "key,name,kind,district,population,provider\n";

    [Theory, EveryDatabase]
    public async Task The_real_region_comes_in_and_the_same_file_twice_changes_nothing(TestApp app)
    {
        var path = SharedData.Path("data", "regions", "suedwestfalen.csv");
        var first = await Import(app, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), "suedwestfalen.csv");
        Assert.True(first.Written);
        Assert.Equal(69, first.Count(DifferenceKind.New));
        var again = await Import(app, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), "suedwestfalen.csv");
        Assert.False(again.ChangesSomething);
        var region = await app.Use<BodyDirectory, Result<Region>>((d, ct) => d.FindRegion("suedwestfalen", ct));
        Assert.Equal(68, region.Value.Content.Members.Count);
    }

    [Theory, EveryDatabase]
    public async Task With_one_error_nothing_is_kept(TestApp app)
    {
        var done = await Import(app, Header + "05958004,Arnsberg,municipality,,74000,SIT\n05958008,Bestwig,municipality,,-5,SIT\n", "list.csv");
        Assert.False(done.Written);
        Assert.NotEmpty(done.Plan.Errors);
        Assert.Empty(await app.Use<BodyDirectory, IReadOnlyList<Body>>((d, ct) => d.All(ct)));
    }

    [Theory, EveryDatabase]
    public async Task A_dry_run_keeps_nothing(TestApp app)
    {
        var done = await Import(app, Header + "05958004,Arnsberg,municipality,,74000,SIT\n", "list.csv", dryRun: true);
        Assert.Equal(2, done.Count(DifferenceKind.New));
        Assert.Empty(await app.Use<BodyDirectory, IReadOnlyList<Body>>((d, ct) => d.All(ct)));
    }

    [Theory, EveryDatabase]
    public async Task A_package_goes_out_and_in_without_loss(TestApp app)
    {
        await Import(app, Header + "05958004,Arnsberg,municipality,,74000,SIT\n05958008,Bestwig,municipality,,10700,SIT\n", "small.csv");
        var package = (await app.Use<ExportPackage, Result<string>>((e, ct) => e.Region("small", ct))).Value;
        Assert.Equal(0, (await Package(app, package)).Value.Changes);
        await using var other = TestApp.OnSqlite();
        await other.Prepare();
        Assert.True((await Package(other, package)).Value.Changes > 0);
        Assert.Equal(package, (await other.Use<ExportPackage, Result<string>>((e, ct) => e.Region("small", ct))).Value);
    }

    [Theory]
    [InlineData("", "package.not-readable")]
    [InlineData("[]", "package.not-readable")]
    [InlineData("{\"format\":\"other\",\"version\":1,\"bodies\":[]}", "package.other-format")]
    [InlineData("{\"format\":\"resmon-package\",\"version\":99,\"bodies\":[]}", "package.newer")]
    [InlineData("{\"format\":\"resmon-package\",\"version\":1,\"bodies\":[{\"key\":\"a\",\"items\":{}}]}", "package.errors")]
    [InlineData("{\"format\":\"resmon-package\",\"version\":1,\"bodies\":[{\"key\":\"a\",\"items\":{\"evil\":{\"x\":1}}}]}", "package.errors")]
    [InlineData("{\"format\":\"resmon-package\",\"format\":\"resmon-package\",\"version\":1,\"bodies\":[]}", "package.not-readable")]
    public async Task A_broken_package_is_refused_in_words(string json, string code)
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        Assert.Equal(code, (await Package(app, json)).Refusal?.Code);
    }

    [Fact]
    public async Task A_package_nested_without_end_is_refused()
    {
        await using var app = TestApp.OnSqlite();
        await app.Prepare();
        var deep = "{\"format\":\"resmon-package\",\"version\":1,\"bodies\":" + new string('[', 10_000);
        Assert.Equal("package.not-readable", (await Package(app, deep)).Refusal?.Code);
    }

    private static async Task<BodyImport> Import(TestApp app, string text, string name, bool dryRun = false)
    {
        await using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await app.Use<ImportBodies, BodyImport>((i, ct) => i.Run(file, name, null, dryRun, ct));
    }

    private static async Task<Result<ImportedPackage>> Package(TestApp app, string json)
    {
        await using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        return await app.Use<ImportPackage, Result<ImportedPackage>>((i, ct) => i.Run(file, dryRun: false, ct));
    }
}
