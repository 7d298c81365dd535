using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Data;
using Xunit;
using static ResilienceMonitor.App.Tests.Bodies.Import.Importing;

namespace ResilienceMonitor.App.Tests.Bodies.Import;

public sealed class DifferenceTests
{
    private static readonly Origin Earlier = new(OriginKind.Import, new LocalDate(2025, 1, 1), "alt.csv");
    private static readonly Origin Person = new(OriginKind.Person, new LocalDate(2025, 6, 1));

    private static readonly BodyContent Existing = new()
    {
        Kind = BodyKind.Municipality,
        Name = "Arnsberg",
        State = "05",
        LegalStatus = LegalStatus.LargeTown,
        Population = 73_000,
        Providers = ["provider:sit"],
        Answers = new StarterAnswers { ProviderKnown = true, ItStaff = 14 },
        Origin = Earlier,
    };

    [Fact]
    public async Task A_body_that_does_not_exist_is_new()
    {
        var difference = await Difference("05958004;Arnsberg;municipality;;74000;", []);
        Assert.Equal(DifferenceKind.New, difference.Kind);
        Assert.Equal(74_000, difference.Result.Population);
    }

    [Fact]
    public async Task A_changed_field_is_named_and_takes_the_origin_of_the_file()
    {
        var difference = await Difference("05958004;Arnsberg;municipality;;74000;SIT", Existing);
        Assert.Equal(DifferenceKind.Changed, difference.Kind);
        Assert.Equal(new FieldChange("population", "73000", "74000"), Assert.Single(difference.Changes));
        Assert.Equal(74_000, difference.Result.Population);
        Assert.Equal("liste.csv", difference.Result.Origins["population"].Source);
        Assert.Equal(Earlier, difference.Result.Origin);
        Assert.Equal(14, difference.Result.Answers.ItStaff);
    }

    [Fact]
    public async Task What_the_file_does_not_know_is_not_erased()
    {
        var difference = await Difference("05958004;Arnsberg;municipality;;;", Existing);
        Assert.Equal(DifferenceKind.Unchanged, difference.Kind);
        Assert.Same(Existing, difference.Result);
    }

    [Fact]
    public async Task A_persons_value_is_kept_and_the_difference_reported()
    {
        var stated = Existing with { Origins = new Dictionary<string, Origin> { ["population"] = Person } };
        var difference = await Difference("05958004;Stadt Arnsberg;municipality;;74000;SIT", stated);
        Assert.Equal("name", Assert.Single(difference.Changes).Field);
        Assert.Equal(new FieldChange("population", "73000", "74000"), Assert.Single(difference.Kept));
        Assert.Equal(73_000, difference.Result.Population);
        Assert.Equal(Person, difference.Result.Origins["population"]);
    }

    [Fact]
    public async Task A_body_a_person_entered_keeps_everything_but_what_came_from_files()
    {
        var entered = Existing with { Origin = Person, Origins = new Dictionary<string, Origin> { ["population"] = Earlier } };
        var difference = await Difference("05958004;Stadt Arnsberg;municipality;;74000;other", entered);
        Assert.Equal("population", Assert.Single(difference.Changes).Field);
        Assert.Equal(["name", "providers"], difference.Kept.Select(k => k.Field));
        Assert.Equal(["provider:sit"], difference.Result.Providers);
    }

    [Fact]
    public async Task Providers_change_together_with_the_answer_whether_they_are_known()
    {
        var difference = await Difference("05958004;Arnsberg;municipality;;;other", Existing);
        Assert.Equal(new FieldChange("providers", "provider:sit", "other"), Assert.Single(difference.Changes));
        Assert.Empty(difference.Result.Providers);
        Assert.False(difference.Result.Answers.ProviderKnown);
        Assert.Equal(["answers.providerKnown", "providers"], difference.Result.Origins.Keys.Order());
    }

    [Fact]
    public async Task A_body_known_under_its_other_official_key_is_found()
    {
        var plan = await PlanRows("05958004;Arnsberg;municipality;;74000;");
        var difference = Assert.Single(plan.Difference(new Dictionary<string, BodyContent> { ["vb:059580004"] = Existing }));
        Assert.Equal("vb:059580004", difference.Key);
        Assert.Equal("ags:05958004", difference.Planned.Key);
        Assert.Equal(DifferenceKind.Changed, difference.Kind);
    }

    [Fact]
    public async Task The_name_of_a_provider_that_exists_stays()
    {
        var plan = await PlanRows("05958004;Arnsberg;municipality;;74000;SIT");
        var provider = new BodyContent { Kind = BodyKind.Provider, LegalStatus = LegalStatus.None, Name = "Südwestfalen-IT", Origin = Earlier };
        var difference = plan.Difference(new Dictionary<string, BodyContent> { ["provider:sit"] = provider })[0];
        Assert.Equal(("provider:sit", DifferenceKind.Unchanged, "Südwestfalen-IT"), (difference.Key, difference.Kind, difference.Result.Name));
    }

    private static Task<BodyDifference> Difference(string row, BodyContent existing) =>
        Difference(row, new Dictionary<string, BodyContent> { ["ags:05958004"] = existing });

    private static async Task<BodyDifference> Difference(string row, Dictionary<string, BodyContent> existing) =>
        (await PlanRows(row)).Difference(existing)[^1];
}
