using ResilienceMonitor.Forecasts;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using Xunit;

namespace ResilienceMonitor.App.Tests.Forecasts;

/// <summary>The search against full enumeration, on made-up gains with overlaps and pairs that are worth more together.</summary>
public sealed class SetSearchTests
{
    private const int Measures = 9;

    [Fact]
    public void The_set_gains_at_least_99_percent_of_the_best_one_there_is()
    {
        var shares = Enumerable.Range(0, 300).Select(ShareOfBest).Order().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"Least {shares[0]:P2}, 1 % {shares[3]:P2}, mean {shares.Average():P3}, optimal {shares.Count(s => s > 1 - 1e-9)} of {shares.Count}.");
        Assert.True(shares[0] >= 0.99, $"A set gains only {shares[0]:P2} of the best one.");
    }

    [Fact]
    public void Threads_do_not_change_the_set()
    {
        for (var problem = 0; problem < 20; problem++)
        {
            var (candidates, budget) = Candidates(problem);
            var one = new SetSearch(Gains(problem, 1), candidates, budget).Run(null);
            var two = new SetSearch(Gains(problem, 2), candidates, budget).Run(null);
            Assert.Equal(one.Steps.Select(s => s.Measure.Key), two.Steps.Select(s => s.Measure.Key));
        }
    }

    /// <summary>The greatest gain of all sets within a budget, each tried.</summary>
    internal static double GreatestOf(GainsOfSets gains, List<RankedMeasure> candidates, double budget)
    {
        var sets = Enumerable.Range(0, 1 << candidates.Count).Select(bits => candidates.Where((_, i) => (bits >> i & 1) == 1).ToList())
            .Where(set => set.Sum(m => m.Cost.FirstYear) <= budget).ToList();
        gains.Prepare(sets);
        return sets.Max(set => gains.Of(set).Mean);
    }

    private static double ShareOfBest(int problem)
    {
        var (candidates, budget) = Candidates(problem);
        var gains = Gains(problem, 1);
        var found = new SetSearch(gains, candidates, budget).Run(null);
        Assert.True(found.FirstYearCost <= budget);
        return found.Gain / GreatestOf(gains, candidates, budget);
    }

    private static (List<RankedMeasure> Candidates, double Budget) Candidates(int problem)
    {
        var gains = Gains(problem, 1);
        var candidates = Enumerable.Range(0, Measures).Select(i => Measure(problem, i)).ToList();
        candidates = [.. candidates.Select(m => m with { Gain = gains.Of([m]).Mean })];
        return (candidates, candidates.Sum(m => m.Cost.FirstYear) * (0.15 + 0.5 * U(problem, 999)));
    }

    private static RankedMeasure Measure(int problem, int i)
    {
        var cost = Math.Round(1_000 * Math.Exp(3 * U(problem, i)));
        var content = new MeasureContent { Effects = [], Origin = new Origin(OriginKind.Person, new NodaTime.LocalDate(2026, 11, 22)) };
        return new RankedMeasure($"m{i}", content, 0, 0, new MeasureCost(cost, 0, cost, cost / 5));
    }

    // Five bottlenecks: of each the greatest remedy of the set counts, what comes second adds a third. Some pairs are worth something only together.
    private static GainsOfSets Gains(int problem, int threads) => new(set => (Result<double[]>)new[] { 1_000 - Gain(problem, set) }, [1_000], threads, CancellationToken.None);

    private static double Gain(int problem, IReadOnlyList<RankedMeasure> set)
    {
        var numbers = set.Select(m => m.Key[1] - '0').ToList();
        var remedies = Enumerable.Range(0, 5).Sum(bottleneck => numbers.Select(i => 20 * Math.Pow(U(problem, 100 + 10 * bottleneck + i), 3)).OrderDescending().Select((gain, place) => gain / Math.Pow(3, place)).Sum());
        var pairs = numbers.Where(i => i % 3 == 0 && numbers.Contains(i + 1)).Sum(i => 8 * U(problem, 200 + i));
        return remedies + pairs;
    }

    // The output function of splitmix64, so that every problem is the same each time.
    private static double U(int problem, int number)
    {
        var z = (ulong)(problem * 1_000 + number + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
