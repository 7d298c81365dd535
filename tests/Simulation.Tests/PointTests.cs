using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Points;
using ResilienceMonitor.Simulation.Results;
using Xunit;

namespace ResilienceMonitor.Simulation.Tests;

/// <summary>Points of a simulation: each number is uniform, the points of a scramble are spread, and draws of different entities have nothing to do with one another.</summary>
public sealed class PointTests
{
    private static readonly string[] Entities = [.. Enumerable.Range(0, 60).Select(i => $"e{i}")];

    // The first have a dimension, the others are spread each by itself.
    private static readonly PointPlan Plan = new([.. Entities.Take(SobolNumbers.Dimensions).Select(e => Chance.DrawOf(Chance.Entity(e), ChancePurpose.RestoreWork))]);

    // Points 1 to 9 of the published sequence in its first three dimensions; Joe and Kuo list them in the order of a Gray code.
    [Fact]
    public void The_sequence_is_the_published_one()
    {
        double[][] published = [[0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375]];
        foreach (var (i, point) in published.Index())
            Assert.Equal(point, Enumerable.Range(0, 3).Select(dimension => Point(dimension, (i + 1) ^ ((i + 1) >> 1))));
    }

    // Every dimension alone, and dimensions 0 and 1 together: a wrong direction number would leave parts empty.
    [Fact]
    public void Every_dimension_fills_each_part_of_its_range_once()
    {
        for (var dimension = 0; dimension < SobolNumbers.Dimensions; dimension++)
            Assert.Equal(1 << 10, Enumerable.Range(0, 1 << 10).Select(i => (int)(Point(dimension, i) * 1024)).Distinct().Count());
        Assert.Equal(1 << 10, Enumerable.Range(0, 1 << 10).Select(i => ((int)(Point(0, i) * 32), (int)(Point(1, i) * 32))).Distinct().Count());
    }

    [Theory]
    [InlineData("e0", 1)]
    [InlineData("e7", 1)]
    [InlineData("e15", 1)]
    [InlineData("e50", 8)]
    public void Sixteen_following_runs_of_a_scramble_fall_into_sixteen_parts(string entity, int groups)
    {
        var stream = Source(3, 4_096).Stream(ChancePurpose.RestoreWork, entity);
        for (var scramble = 0; scramble < Scrambles.Count; scramble++)
            for (var group = 0; group < groups; group++)
                Assert.Equal(16, Enumerable.Range(0, 16).Select(i => (int)(stream.Uniform((group * 16 + i) * Scrambles.Count + scramble) * 16)).Distinct().Count());
    }

    [Fact]
    public void Two_dimensions_of_a_plan_are_spread_together()
    {
        var source = Source(5, 2_048);
        var (first, second) = (source.Stream(ChancePurpose.RestoreWork, "e0"), source.Stream(ChancePurpose.RestoreWork, "e1"));
        for (var scramble = 0; scramble < Scrambles.Count; scramble++)
            Assert.Equal(256, Enumerable.Range(0, 256).Select(i => i * Scrambles.Count + scramble).Select(run => ((int)(first.Uniform(run) * 16), (int)(second.Uniform(run) * 16))).Distinct().Count());
    }

    // 4 x 4 fields of every pair over 8,192 runs: independent draws have a mean chi-square of 9, spread ones less, and the greatest of 1,770 pairs is near 35. Two draws that share
    // an unshuffled dimension are at 1,000 and above.
    [Fact]
    public void Draws_of_all_pairs_of_entities_are_independent()
    {
        const int Runs = 8_192;
        const int Field = Runs / 16;
        var source = Source(11, Runs);
        int[][] quarters = [.. Entities.Select(e => source.Stream(ChancePurpose.RestoreWork, e)).Select(s => Enumerable.Range(0, Runs).Select(run => (int)(s.Uniform(run) * 4)).ToArray())];
        var worst = 0.0;
        for (var a = 0; a < quarters.Length; a++)
            for (var b = 0; b < a; b++)
            {
                var counts = new int[16];
                for (var run = 0; run < Runs; run++) counts[quarters[a][run] * 4 + quarters[b][run]]++;
                worst = Math.Max(worst, counts.Sum(c => (double)(c - Field) * (c - Field) / Field));
            }

        Assert.InRange(worst, 5, 50);
    }

    // Runs of a start see the whole range of every draw, and all starts come equally often.
    [Fact]
    public void Starts_have_nothing_to_do_with_draws()
    {
        const int Runs = 24 * 8 * 16;
        var stream = Source(2, Runs).Stream(ChancePurpose.RestoreWork, "e0");
        var byStart = Enumerable.Range(0, Runs).ToLookup(run => Scrambles.StartOf(run, 24), run => (int)(stream.Uniform(run) * 8));

        Assert.Equal(24, byStart.Count);
        Assert.Equal(24, Enumerable.Range(0, 24).Select(run => Scrambles.StartOf(run, 24)).Distinct().Count());
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(run => Scrambles.StartOf(run, 2)));
        Assert.All(byStart, start => Assert.Equal(Runs / 24, start.Count()));
        Assert.All(byStart, start => Assert.All(start.CountBy(x => x), eighth => Assert.InRange(eighth.Value, 4, 32)));
    }

    [Fact]
    public void More_runs_leave_the_first_ones_as_they_are()
    {
        foreach (var entity in Entities)
        {
            var (few, many) = (Source(4, 100).Stream(ChancePurpose.RestoreWork, entity), Source(4, InputLimits.Runs).Stream(ChancePurpose.RestoreWork, entity));
            Assert.Equal(Enumerable.Range(0, 100).Select(few.Uniform), Enumerable.Range(0, 100).Select(many.Uniform));
            Assert.InRange(many.Uniform(InputLimits.Runs - 1), 0, 1);
        }
    }

    [Fact]
    public void Scrambles_are_independent()
    {
        // Correlation of neighbouring scrambles over 4,096 indexes and entities: four standard errors are 0.06 and smaller.
        var sum = 0.0;
        var source = Source(6, 32_768);
        foreach (var entity in Entities)
        {
            var stream = source.Stream(ChancePurpose.RestoreWork, entity);
            for (var run = 0; run < 32_768; run += Scrambles.Count) sum += (stream.Uniform(run) - 0.5) * (stream.Uniform(run + 1) - 0.5) * 12;
        }

        Assert.InRange(sum / 4_096 / Entities.Length, -0.03, 0.03);
    }

    [Fact]
    public void What_is_added_later_leaves_the_luck_of_everything_else()
    {
        ResourceInput Work(string key, double hours) => Model.Resource(key) with { RestoreWork = Distribution.LogNormal(hours, 1) };
        var outage = Model.Damage("a") with { Slip = Distribution.Triangular(1, 2, 3) };
        var region = Model.Region(Model.Team(9), [Work("a", 10)], Model.Service("s", Model.Need("a")));
        var more = Model.Region(Model.Team(9), [Work("a", 10), Work("b", 90)], Model.Service("s", Model.Need("a")), Model.Service("t", Model.Need("b")));
        var moreHits = Model.Damage("a", "b") with { Slip = outage.Slip };
        var options = new RunOptions { Runs = 200, Points = PointPlan.Of(region, outage) };

        Assert.NotEqual(options.Points.Draws[1], PointPlan.Of(more, moreHits).Draws[1]);
        Assert.Equal(Model.Run(region, outage, options).ServiceOf("s").Own, Model.Run(more, moreHits, options).ServiceOf("s").Own);
        Assert.Equal(Model.Run(region, outage, options with { Points = null }).ServiceOf("s").Own, Model.Run(region, outage, options).ServiceOf("s").Own);
        Assert.NotEqual(Model.Run(region, outage, options).ServiceOf("s").Own, Model.Run(more, moreHits, options with { Points = null }).ServiceOf("s").Own);
    }

    [Fact]
    public void A_plan_begins_with_what_decides_most()
    {
        var outage = new OutageInput { Gates = [new() { Key = Model.Ref("gate"), Duration = Distribution.LogNormal(50, 1) }], Slip = Distribution.Triangular(1, 2, 3), Hits = [new() { Key = Model.Ref("g"), Members = [new(Model.Ref("few"), HitKind.Damaged, 1, []), new(Model.Ref("all"), HitKind.Damaged, 1, [Model.Ref("gate")])] }] };
        ResourceInput Work(string key) => Model.Resource(key) with { RestoreWork = Distribution.LogNormal(10, 1) };
        var region = Model.Region(Model.Team(1), [Work("few"), Work("all"), Work("none")], Model.Service("s", Model.Need("all")), Model.Service("t", Model.Need("all"), Model.Need("few")));

        Assert.Equal(
            [Name(ChancePurpose.Slip), Name(ChancePurpose.GateDuration, Model.Ref("gate").Body, "gate"), Name(ChancePurpose.RestoreWork, Model.Ref("all").Body, "all"), Name(ChancePurpose.RestoreWork, Model.Ref("few").Body, "few")],
            PointPlan.Of(region, outage).Draws);

        static ulong Name(ChancePurpose purpose, params ReadOnlySpan<string> keys) => Chance.DrawOf(Chance.Entity(keys), purpose);
    }

    // A short form of bench/Accuracy: the product of a gate and the slip factor, over 48 seeds.
    [Fact]
    public void Scrambled_points_need_a_fraction_of_the_runs_of_plain_ones()
    {
        var outage = new OutageInput { Gates = [new() { Key = Model.Ref("gate"), Duration = Distribution.LogNormal(100, 0.6) }], Slip = Distribution.Triangular(1, 2, 4), Hits = [new() { Key = Model.Ref("g"), Members = [new(Model.Ref("a"), HitKind.Damaged, 1, [Model.Ref("gate")])] }] };
        var region = Model.Region(Model.Team(1), [Model.Resource("a") with { RestoreWork = Distribution.LogNormal(20, 0.5) }], Model.Service("s", Model.Need("a")));
        var (plain, scrambled) = (Variances(PointPlan.Independent), Variances(null));

        Assert.True(plain.Days > 20 * scrambled.Days, $"Variance of the mean {plain.Days / scrambled.Days:0.0} times less.");
        Assert.True(plain.P90 > 4 * scrambled.P90, $"Variance of P90 {plain.P90 / scrambled.P90:0.0} times less.");

        (double Days, double P90) Variances(PointPlan? points)
        {
            var results = Enumerable.Range(1, 48).Select(seed => Model.Run(region, outage, new() { Runs = 1_024, Seed = (ulong)seed, Points = points, Figures = Figures.Times | Figures.DaysLost })).ToList();
            return (Variance([.. results.Select(r => r.Total.DaysLost.Mean)]), Variance([.. results.Select(r => r.Bodies[0].Services[0].Own.P90)]));
        }

        static double Variance(double[] values) => values.Sum(v => (v - values.Average()) * (v - values.Average())) / (values.Length - 1);
    }

    // The same model: 300 seeds of 256 runs against a long run. At 95 % the deviation of 300 is 1.3 %.
    [Fact]
    public void Stated_intervals_are_right_about_as_often_as_they_say()
    {
        var outage = new OutageInput { Gates = [new() { Key = Model.Ref("gate"), Duration = Distribution.LogNormal(100, 0.6) }], Slip = Distribution.Triangular(1, 2, 4), Hits = [new() { Key = Model.Ref("g"), Members = [new(Model.Ref("a"), HitKind.Damaged, 1, [Model.Ref("gate")])] }] };
        var region = Model.Region(Model.Team(1), [Model.Resource("a") with { RestoreWork = Distribution.LogNormal(20, 0.5) }], Model.Service("s", Model.Need("a")) with { Mtpd = 300 });
        var options = new RunOptions { Figures = Figures.Times | Figures.DaysLost | Figures.Intervals };
        var exact = Model.Run(region, outage, options with { Runs = 200_000, Seed = 4711 }).Bodies[0].Services[0];
        var right = new int[5];
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var service = Model.Run(region, outage, options with { Runs = 256, Seed = seed }).Bodies[0].Services[0];
            Count(0, service.Own.P10Low, service.Own.P10High, exact.Own.P10);
            Count(1, service.Own.P50Low, service.Own.P50High, exact.Own.P50);
            Count(2, service.Own.P90Low, service.Own.P90High, exact.Own.P90);
            Count(3, service.DaysLost.Mean - 2 * service.DaysLost.StandardError, service.DaysLost.Mean + 2 * service.DaysLost.StandardError, exact.DaysLost.Mean);
            Count(4, service.MtpdExceeded.Mean - 2 * service.MtpdExceeded.StandardError, service.MtpdExceeded.Mean + 2 * service.MtpdExceeded.StandardError, exact.MtpdExceeded.Mean);
        }

        Assert.All(right, r => Assert.InRange(r, 0.88 * 300, 300));
        Assert.InRange(right.Sum() / 1_500.0, 0.9, 0.985);

        void Count(int figure, double low, double high, double value) => right[figure] += low <= value && value <= high ? 1 : 0;
    }

    [Fact]
    public void Runs_are_added_until_a_result_is_as_exact_as_asked_for()
    {
        var region = Model.Region(Model.Team(1), [Model.Resource("a") with { RestoreWork = Distribution.LogNormal(20, 1) }], Model.Service("s", Model.Need("a")));
        OutageResult Until(double accuracy, int most) => OutageSimulation.RunUntil(region, Model.Damage("a"), new() { Runs = most }, accuracy, null, TestContext.Current.CancellationToken);
        var (rough, fine) = (Until(0.4, 100_000), Until(0.02, 100_000));

        Assert.Equal((256, 100), (rough.Runs, Until(0.001, 100).Runs));
        Assert.True(fine.Runs is 1_024 or 4_096 or 16_384);
        Assert.True(ResultAccuracy.Of(fine).Meets(0.02));
        Assert.Equal(Model.Run(region, Model.Damage("a"), new() { Runs = fine.Runs }).Total.DaysLostByRun, fine.Total.DaysLostByRun);
        Assert.Throws<ArgumentException>(() => Until(0, 100));
    }

    private static ChanceSource Source(ulong seed, int runs) => new(seed, runs, Plan);

    private static double Point(int dimension, int index)
    {
        var sum = 0U;
        for (var digit = 0; index >> digit != 0; digit++)
            if ((index >> digit & 1) != 0)
                sum ^= SobolNumbers.Of(dimension)[digit];
        return sum / 4_294_967_296.0;
    }
}
