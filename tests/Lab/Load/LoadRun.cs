using System.Diagnostics;
using ResilienceMonitor.Lab.Servers;

namespace ResilienceMonitor.Lab.Load;

/// <summary>People who look around in the server: each asks for a page, reads the answer, thinks, and asks for the next.</summary>
internal sealed class LoadRun(ServeProcess server, PageAddresses addresses, IReadOnlyList<SignedIn> people, int seed)
{
    private const int Alone = 12;

    /// <summary>Everybody looks at everything once: code is compiled, connections are opened.</summary>
    public Task<LoadPhase> First(CancellationToken ct) => Phase(async () =>
    {
        var samples = new List<Sample>();
        foreach (var (number, person) in people.Index())
            foreach (var (page, address) in addresses.Of(person.Who, new Dice((ulong)seed, number))) samples.Add(await person.Ask(page, address, ct));
        return samples;
    });

    /// <summary>Each page by one person who has the computer for themselves, with the work it was for server and database.</summary>
    public async Task<IReadOnlyList<PageWork>> OneByOne(CancellationToken ct)
    {
        var work = new List<PageWork>();
        var seen = people.Take(1).Concat(people.Where(p => p.Who.Place != people[0].Who.Place).DistinctBy(p => p.Who.Place));
        foreach (var person in seen)
            foreach (var page in addresses.Of(person.Who, new Dice((ulong)seed, 0)).GroupBy(a => a.Page, StringComparer.Ordinal))
            {
                var samples = new List<double>();
                var (before, beforeDb) = (server.Work(), DatabaseWork.Now());
                for (var round = 0; round < Alone; round++)
                    samples.Add((await person.Ask(page.Key, page.First().Address, ct)).Milliseconds);
                work.Add(new PageWork(page.Key, Percentile.Of(samples, 0.5), (server.Work() - before).TotalMilliseconds / Alone, (DatabaseWork.Now() - beforeDb).TotalMilliseconds / Alone));
            }

        return work;
    }

    public Task<LoadPhase> Together(TimeSpan duration, TimeSpan think, CancellationToken ct) => Phase(async () =>
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(people.Select((person, number) => Task.Run(() => Look(person, number, end, think, ct), ct)));
        return [.. all.SelectMany(s => s)];
    });

    private async Task<LoadPhase> Phase(Func<Task<List<Sample>>> work)
    {
        var (began, before, beforeDb) = (Stopwatch.GetTimestamp(), server.Work(), DatabaseWork.Now());
        var samples = await work();
        return new LoadPhase(samples, Stopwatch.GetElapsedTime(began), server.Work() - before, DatabaseWork.Now() - beforeDb);
    }

    private async Task<List<Sample>> Look(SignedIn person, int number, long end, TimeSpan think, CancellationToken ct)
    {
        var dice = new Dice((ulong)seed, 1_000 + number);
        var samples = new List<Sample>();

        // Not all at the same moment; around the mean time of thinking from then on.
        await Task.Delay(think * dice.Share(), ct);
        while (Stopwatch.GetTimestamp() < end)
        {
            var (page, address) = dice.Pick([.. addresses.Of(person.Who, dice).Where(a => !PageAddresses.IsRationed(a.Page))]);
            samples.Add(await person.Ask(page, address, ct));
            await Task.Delay(think * (0.5 + dice.Share()), ct);
        }

        return samples;
    }
}

/// <summary>What was measured in one go.</summary>
/// <param name="Samples">Every answer.</param>
/// <param name="Took">From the first question to the last answer.</param>
/// <param name="ServerWork">Time of processors in the server.</param>
/// <param name="DatabaseWork">The same in PostgreSQL.</param>
internal sealed record LoadPhase(IReadOnlyList<Sample> Samples, TimeSpan Took, TimeSpan ServerWork, TimeSpan DatabaseWork);

/// <summary>What a page costs when nobody else is there.</summary>
/// <param name="Page">Route of the page.</param>
/// <param name="Milliseconds">Median.</param>
/// <param name="ServerMilliseconds">Time of processors in the server, on average.</param>
/// <param name="DatabaseMilliseconds">The same in PostgreSQL.</param>
internal sealed record PageWork(string Page, double Milliseconds, double ServerMilliseconds, double DatabaseMilliseconds);

internal static class Percentile
{
    /// <summary>By nearest rank.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
