using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform;
using Xunit;
using static ResilienceMonitor.App.Tests.Bodies.Import.Importing;

namespace ResilienceMonitor.App.Tests.Bodies.Import;

public sealed class RealFileTests
{
    [Fact]
    public async Task The_region_of_the_shared_provider_is_read_whole()
    {
        var plan = await PlanShared("suedwestfalen.csv");
        Assert.Empty(plan.Errors);
        Assert.Empty(plan.Warnings);
        Assert.Equal(59, plan.Bodies.Count(b => b.Content.Kind == BodyKind.Municipality));
        Assert.Equal(9, plan.Bodies.Count(b => b.Content.Kind == BodyKind.District));
        Assert.Equal(64, plan.Bodies.Count(b => b.Content.Providers is ["provider:sit"]));
        Assert.Equal(4, plan.Bodies.Count(b => b.Content.Providers.Count == 0 && b.Content.Answers.ProviderKnown == false));
        Assert.All(plan.Bodies.Where(b => b.Content.Kind == BodyKind.Municipality), b => Assert.NotNull(b.Content.District));
        Assert.Equal("provider:sit", Assert.Single(plan.Providers).Key);
        Assert.Equal(("region:suedwestfalen", "suedwestfalen", "provider:sit"), (plan.Region!.Key, plan.Region.Content.Name, plan.Region.Provider));
        Assert.Equal(68, plan.Region.Content.Members.Count);
    }

    [Fact]
    public async Task All_german_administrations_are_read()
    {
        var plan = await PlanShared("de-administrations-2017.csv");
        Assert.Empty(plan.Errors);
        Assert.Equal(76, plan.Warnings.Count(w => w.Code == ImportCode.Unincorporated));
        Assert.Equal(3, plan.Warnings.Count(w => w.Code == ImportCode.TypeMissing));
        Assert.Equal(79, plan.Warnings.Count);
        Assert.Equal(4_534 - 76, plan.Bodies.Count);
        Assert.Equal(107, plan.Bodies.Count(b => b.Content.LegalStatus == LegalStatus.IndependentCity));
        Assert.Equal(1_254, plan.Bodies.Count(b => b.Content.LegalStatus == LegalStatus.JointAdministration));
        Assert.Equal(28, plan.Bodies.Count(b => b.Content.LegalStatus == LegalStatus.LargeTown));
        Assert.Equal(16, plan.Bodies.Select(b => b.Content.State).Distinct().Count());
        Assert.All(plan.Bodies, b => Assert.Matches(@"^\p{Lu}[\p{L}\p{Nd} .()/'-]+$", b.Content.Name));
        Assert.Null(plan.Region);
    }

    [Fact]
    public async Task All_districts_are_read_and_every_administration_belongs_to_one()
    {
        var districts = await PlanShared("de-districts-2017.csv");
        Assert.Empty(districts.Errors);
        Assert.Equal(401, districts.Bodies.Count);
        Assert.Equal(107, districts.Bodies.Count(b => b.Content.LegalStatus == LegalStatus.IndependentCity));
        var administrations = await PlanShared("de-administrations-2017.csv");
        var known = districts.Bodies.ToDictionary(b => b.Key, b => b.Content);
        Assert.All(administrations.Bodies.Where(b => b.Content.District is not null), b => Assert.Equal(BodyKind.District, known[b.Content.District!].Kind));
        Assert.All(
            administrations.Difference(known).Where(d => d.Planned.Content.LegalStatus == LegalStatus.IndependentCity),
            d => Assert.NotEqual(DifferenceKind.New, d.Kind));
    }

    [Fact]
    public async Task More_bodies_than_are_simulated_together_make_no_region()
    {
        var rows = string.Concat(Enumerable.Range(0, Limits.BodiesPerRegion + 1).Select(n => $"{5_000_000 + n:00000000};Stadt;Stadt;;;\n"));
        var plan = await Plan(Header + rows, region: "alle");
        Assert.Empty(plan.Errors);
        Assert.Null(plan.Region);
        Assert.Contains(plan.Warnings, w => w.Code == ImportCode.RegionTooLarge);
    }

    [Fact]
    public async Task The_same_file_gives_an_equal_plan()
    {
        var (first, second) = (await PlanShared("suedwestfalen.csv"), await PlanShared("suedwestfalen.csv"));
        Assert.Equivalent(first, second, strict: true);
        Assert.Equal(first.ContentHash, second.ContentHash);
        var existing = first.Bodies.Concat(first.Providers).ToDictionary(b => b.Key, b => b.Content);
        Assert.All(second.Difference(existing), d => Assert.Equal(DifferenceKind.Unchanged, d.Kind));
    }
}
