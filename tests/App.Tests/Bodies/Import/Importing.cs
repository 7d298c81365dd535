using System.Text;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Files;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Files;
using Xunit;

namespace ResilienceMonitor.App.Tests.Bodies.Import;

/// <summary>Short ways to plan an import and to look at one problem.</summary>
internal static class Importing
{
    public const string Header = "key;name;kind;district;population;provider\n";

    public static readonly LocalDate Today = new(2026, 11, 21);

    public static Task<BodyImportPlan> Plan(string text, string fileName = "liste.csv", string? region = null) =>
        Plan(Encoding.UTF8.GetBytes(text), fileName, region);

    public static Task<BodyImportPlan> Plan(byte[] file, string fileName = "liste.csv", string? region = null) =>
        BodyTable.Read(new MemoryStream(file), fileName, Today, region, TestContext.Current.CancellationToken);

    public static async Task<BodyImportPlan> PlanRows(params string[] rows) => await Plan(Header + string.Join('\n', rows));

    public static async Task<BodyImportPlan> PlanShared(string fileName)
    {
        await using var file = File.OpenRead(SharedData.Path("regions", fileName));
        return await BodyTable.Read(file, fileName, Today, region: null, TestContext.Current.CancellationToken);
    }

    /// <summary>The only error, which stands in this row and column.</summary>
    public static FileProblem AssertError(this BodyImportPlan plan, string code, int row, string? column) => AssertProblem(plan.Errors, code, row, column);

    public static FileProblem AssertWarning(this BodyImportPlan plan, string code, int row, string? column) => AssertProblem(plan.Warnings, code, row, column);

    private static FileProblem AssertProblem(IReadOnlyList<FileProblem> problems, string code, int row, string? column)
    {
        var problem = Assert.Single(problems);
        Assert.Equal((code, row, column), (problem.Code, problem.Row!.Value, problem.Column));
        return problem;
    }
}
