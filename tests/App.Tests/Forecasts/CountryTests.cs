using System.Globalization;
using System.Text;
using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Forecasts.Country;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

public sealed class CountryTests
{
    private const string English = """
        key,name,kind,district,population,provider
        05958000,Musterkreis,district,,261000,Muster-IT
        05958004,Oberdorf,municipality,05958000,18000,Muster-IT
        05958008,Niederdorf,municipality,05958000,7200,own
        09162000,Seestadt,independent-city,,120000,Muster-IT
        """;

    private const string German = """
        Schlüssel;Name;Art;Kreis;Einwohner;Dienstleister
        05958000;Musterkreis;Kreis;;261000;Muster-IT
        05958004;Oberdorf;Gemeinde;05958000;18000;Muster-IT
        05958008;Niederdorf;Gemeinde;05958000;7200;eigen
        09162000;Seestadt;kreisfreie Stadt;;120000;Muster-IT
        """;

    private static readonly CountrySelection Asked = new() { Scenario = "provider-encryption", Runs = 24, Threads = 2 };

    [Theory, EveryDatabase]
    public async Task A_list_is_summed_up_by_district_and_state_in_either_language(TestApp app)
    {
        var forecast = await Simulate(app, English);
        Assert.Equal(["ags:05958000", "ags:09162000"], forecast.Districts.Select(d => d.Key));
        Assert.Equal(["Musterkreis", "Seestadt"], forecast.Districts.Select(d => d.Name));
        Assert.Equal(["05", "09"], forecast.States.Select(s => s.Key));

        // Three bodies in the district, of which one has no provider to lose; people of the district are those of its municipalities.
        Assert.Equal((3, 2, 25_200), (forecast.Districts[0].Bodies, forecast.Districts[0].Affected, forecast.Districts[0].Inhabitants));
        Assert.Equal((4, 3, 145_200), (forecast.All.Bodies, forecast.All.Affected, forecast.All.Inhabitants));
        Assert.Equal((1, 0, 1), (forecast.Providers, forecast.Assumed, forecast.OwnCentres));
        Assert.Equal(forecast.Districts.Sum(d => d.DaysLost.Mean), forecast.All.DaysLost.Mean, 6);
        Assert.Equal(Json(forecast), Json(await Simulate(app, German)));
    }

    [Theory, EveryDatabase]
    public async Task Threads_do_not_change_a_byte_and_the_seed_does(TestApp app)
    {
        var one = await Simulate(app, English, Asked with { Threads = 1 });
        Assert.Equal(Json(one), Json(await Simulate(app, English)));
        Assert.NotEqual(Json(one), Json(await Simulate(app, English, Asked with { Seed = 2 })));
    }

    [Theory, EveryDatabase]
    public async Task A_scenario_of_own_centres_strikes_everybody(TestApp app) =>
        Assert.Equal(4, (await Simulate(app, English, Asked with { Scenario = "own-encryption-backups-usable" })).All.Affected);

    [Theory, EveryDatabase]
    public async Task A_chance_lets_a_provider_fall_with_all_its_customers_or_with_none(TestApp app)
    {
        var always = await Simulate(app, English, Asked with { Runs = 200 });
        var rarely = await Simulate(app, English, Asked with { Runs = 200, ProviderChance = 0.25 });
        Assert.Equal(Json(always), Json(await Simulate(app, English, Asked with { Runs = 200, ProviderChance = 1 })));
        Assert.InRange(rarely.All.DaysLost.Mean / always.All.DaysLost.Mean, 0.1, 0.45);
        Assert.Equal(0, rarely.Districts[0].DaysLost.P10);

        foreach (var chance in new[] { 0, -0.1, 1.1, double.NaN }) Assert.Equal("country.chance", (await Run(app, English, Asked with { ProviderChance = chance })).Refusal?.Code);
    }

    [Theory]
    [InlineData("provider-encryption", true)]
    [InlineData("own-encryption-backups-usable", false)]
    public void Customers_fall_together_in_whichever_part_they_are_played_and_others_by_themselves(string scenario, bool together)
    {
        var models = new ClusterModels(Catalogues.Starter, new RegionCompiler(Catalogues.Reference.Holidays), ScenarioCatalogue.From(Catalogues.Reference)[scenario], 0.25);
        var rows = Enumerable.Range(1, 4).Select(i => $"0595800{i},Ort {i},municipality,,{5_000 * i},Muster-IT");
        var cluster = new ClusterList(Structure("none"), Catalogues.Reference.Parameters).Of(List($"key,name,kind,district,population,provider\n{string.Join('\n', rows)}")).Single();
        var struck = new List<string>();
        foreach (var part in ClusterPart.Of(models, cluster, mostMembers: 2))
            Assert.Null(part.Play(new() { Runs = 200, Seed = 3 }, (_, body) => struck.Add(string.Concat(body.DaysLost.Select(d => d > 0 ? 'x' : '-'))), TestContext.Current.CancellationToken));
        Assert.Equal(4, struck.Count);
        Assert.All(struck, runs => Assert.InRange(runs.Count(c => c == 'x'), 30, 70));
        Assert.Equal(together ? 1 : 4, struck.Distinct().Count());
    }

    [Fact]
    public void Part_by_part_gives_what_the_whole_cluster_gives_in_one_piece()
    {
        var models = new ClusterModels(Catalogues.Starter, new RegionCompiler(Catalogues.Reference.Holidays), ScenarioCatalogue.From(Catalogues.Reference)["provider-encryption"]);
        var rows = Enumerable.Range(1, 7).Select(i => $"0595800{i},Ort {i},municipality,,{2_000 * i * i},Muster-IT");
        var cluster = new ClusterList(Structure("none"), Catalogues.Reference.Parameters).Of(List($"key,name,kind,district,population,provider\n{string.Join('\n', rows)}")).Single();
        var options = new RunOptions { Runs = 25, Seed = 3 };
        var parts = ClusterPart.Of(models, cluster, mostMembers: 2);
        Assert.Equal([2, 2, 2, 1], parts.Select(p => p.Members.Count));
        var whole = new ModelSet
        {
            Asked = [.. cluster.Members.Select(m => StarterModel.Build(m.Key, m.Content, models.Starter, m.Content.Origin.Date))],
            Providers = [StarterModel.Build(cluster.Provider!.Key, cluster.Provider.Content, models.Starter, cluster.Provider.Content.Origin.Date)],
            PartnerProviders = new Dictionary<string, IReadOnlyList<string>>(),
        };
        var compiled = CompiledOutage.Of(new PatchedInputs(whole, models.Scenario), cluster.Provider.Key, models.Compiler).Value;
        var (expected, played) = (new SortedDictionary<string, string>(), new SortedDictionary<string, string>());
        OutageSimulation.Play(compiled.Region, compiled.Outage, options with { Points = PointPlan.Shared }, body => expected.Add(body.Key, Values(body)), ct: TestContext.Current.CancellationToken);
        foreach (var part in parts) Assert.Null(part.Play(options, (member, body) => played.Add(member.Key, Values(body)), ct: TestContext.Current.CancellationToken));
        Assert.Equal(expected.Where(e => e.Key != cluster.Provider.Key), played);

        static string Values(RunsOfBody body) =>
            $"{string.Join(' ', body.DaysLost)} {string.Join(' ', body.Services.SelectMany(s => (float[])[.. s.First.Span, .. s.Emergency.Span, .. s.Own.Span, .. s.Cleared.Span]))}";
    }

    [Fact]
    public void Sums_agree_with_the_single_values()
    {
        var hours = Enumerable.Range(0, 40).Select(i => i % 9 == 0 ? float.PositiveInfinity : i % 5 == 0 ? 0 : MathF.Exp(i / 4f)).ToArray();
        var late = hours.Select(h => h + 24).ToArray();
        var sums = new AreaSums(hours.Length);
        sums.Add(100, new RunsOfBody("a", [.. hours.Select(h => 1.5)], [new RunsOfService("s", hours, hours, hours, hours), new RunsOfService("t", late, late, late, late)]));
        sums.AddUntouched(50, 2);
        Assert.Equal((2, 1, 150, 4), (sums.Bodies, sums.Affected, sums.Inhabitants, sums.Services));
        Assert.Equal(Enumerable.Repeat(1.5, hours.Length), sums.DaysLost());
        foreach (var (i, day) in AreaSums.Days.Index())
            Assert.Equal(hours.Zip(late, (h, l) => (2 + (h <= 24 * day ? 1 : 0) + (l <= 24 * day ? 1 : 0)) / 4.0), sums.Back(0, i));
        Assert.Equal(hours.Zip(late, (h, l) => h > 24 && l > 24 ? 100.0 : 0), sums.Without(0));
        var sorted = hours.Concat(late).Concat(new float[2 * hours.Length]).Order().ToList();
        foreach (var share in new[] { 0.3, 0.6, 0.75, 0.9, 0.99 })
        {
            var exact = sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
            var counted = sums.Counts(3).Quantile(share);
            Assert.True(double.IsInfinity(exact) ? double.IsInfinity(counted) : Math.Abs(counted - exact) <= 0.016 * exact, $"{share}: {counted}, not {exact}.");
        }
    }

    [Fact]
    public void An_assumption_shares_providers_out_without_chance()
    {
        var rows = Enumerable.Range(1, 20).Select(i => $"05{950 + i / 10}{i:000},Ort {i},municipality,{(i > 15 ? "other" : "")}");
        var list = List($"key,name,kind,provider\n{string.Join('\n', rows)}");
        var clusters = new ClusterList(Structure("by-state") with { Customers = 6 }, Catalogues.Reference.Parameters).Of(list);

        // Of fifteen towns that say nothing 15 % run their IT themselves: two. Eighteen share providers of six, neighbours the same one.
        Assert.Equal([6, 6, 6], clusters.Where(c => c.Provider is not null).Select(c => c.Members.Count));
        Assert.Equal(2, clusters.Count(c => c.Provider is null));
        Assert.All(clusters, c => Assert.Equal(c.Members.Select(m => m.Key).Order(StringComparer.Ordinal), c.Members.Select(m => m.Key)));
        Assert.Equal(20, clusters.SelectMany(c => c.Members).Select(m => m.Key).Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_computed_is_refused_in_words(TestApp app)
    {
        Assert.Equal("country.no-structure", (await Run(app, English, Asked with { Structure = "guess" })).Refusal?.Code);
        Assert.Equal("scenario.not-found", (await Run(app, English, Asked with { Scenario = "guess" })).Refusal?.Code);
        foreach (var runs in new[] { 0, -1, int.MaxValue }) Assert.Equal("runs.out-of-range", (await Run(app, English, Asked with { Runs = runs })).Refusal?.Code);
        var districts = Enumerable.Range(0, 60).Select(i => $"05{100 + i}000,Kreis {i},district");
        var many = await Run(app, $"key,name,kind\n{string.Join('\n', districts)}", Asked with { Runs = Limits.Runs });
        Assert.Equal("country.too-many-runs", many.Refusal?.Code);
        Assert.Contains((Limits.DistrictRuns / 60).ToString("N0", CultureInfo.CurrentCulture), many.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Cancelling_ends_it_before_the_next_part(TestApp app)
    {
        using var source = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Use<SimulateCountry, Result<SimulatedCountry>>((s, _) =>
            s.Run(Stream(English), "list.csv", Asked with { Threads = 1 }, new Told(source.Cancel), source.Token)));
    }

    [Fact]
    public async Task The_command_writes_both_tables_or_says_everything_that_is_wrong()
    {
        using var place = new Place();
        var (code, output, _) = await Call(place.File(English), "--runs", "2", "--to", place.Results);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Bayern", output, StringComparison.Ordinal);
        Assert.Equal(["districts.csv", "states.csv"], Directory.EnumerateFiles(place.Results).Select(Path.GetFileName).Order());
        var lines = await File.ReadAllLinesAsync(Path.Combine(place.Results, "states.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith("key,name,administrations,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["all", "05", "09"], lines.Skip(1).Select(l => l.Split(',')[0]));
        Assert.All(lines, l => Assert.Equal(lines[0].Split(',').Length, l.Split(',').Length));

        Directory.Delete(place.Results, recursive: true);
        var (refused, _, error) = await Call(place.File("key,name,kind\n05958004,Oberdorf,castle\n99,,municipality\n05958008,Niederdorf,municipality"), "--to", place.Results);
        Assert.Equal(ExitCode.Refused, refused);
        foreach (var expected in new[] { "castle", "99", "[import.name-missing]" }) Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.Results));
    }

    [Fact]
    public async Task The_real_list_of_administrations_can_be_computed()
    {
        var lines = await File.ReadAllLinesAsync(SharedData.Path("data", "regions", "de-administrations-2017.csv"), TestContext.Current.CancellationToken);
        using var place = new Place();
        var (code, output, _) = await Call(place.File(string.Join('\n', lines.Where((_, i) => i % 80 == 0))), "--runs", "2", "--json");
        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("{\"all\":{\"administrations\":5", output, StringComparison.Ordinal);
    }

    private static async Task<CountryForecast> Simulate(TestApp app, string list, CountrySelection? selection = null) => (await Run(app, list, selection ?? Asked)).Value.Forecast!;

    private static Task<Result<SimulatedCountry>> Run(TestApp app, string list, CountrySelection selection) =>
        app.Use<SimulateCountry, Result<SimulatedCountry>>((s, ct) => s.Run(Stream(list), "list.csv", selection, null, ct));

    private static string Json(CountryForecast forecast) => CountryDocument.Of(forecast, null).ToJson();

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static BodyImportPlan List(string text)
    {
        var list = BodyTable.Read(Stream(text), "list.csv", new LocalDate(2026, 11, 22), null, TestContext.Current.CancellationToken).Result;
        Assert.Empty(list.Errors);
        return list;
    }

    private static ProviderStructure Structure(string key) => Catalogues.Reference.Read<ProviderStructure>("provider-structures").Entries[key];

    private static async Task<(int Code, string Output, string Error)> Call(string list, params string[] more)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await Resmon.Run(["simulate", "--administrations", list, "--scenario", "provider-encryption", .. more], new CommandOutput(output, error, Interactive: false));
        return (code, output.ToString(), error.ToString());
    }

    private sealed class Told(Action report) : IProgress<double>
    {
        public void Report(double value) => report();
    }

    private sealed class Place : IDisposable
    {
        private readonly string directory = Directory.CreateTempSubdirectory("resmon-country-").FullName;

        public string Results => Path.Combine(directory, "results");

        public string File(string text)
        {
            var path = Path.Combine(directory, "list.csv");
            System.IO.File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Directory.Delete(directory, recursive: true);
    }
}
