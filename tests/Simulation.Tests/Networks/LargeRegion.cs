using ResilienceMonitor.Simulation.Inputs;

namespace ResilienceMonitor.Simulation.Tests.Networks;

/// <summary>A region of the size the product is made for: towns with resources and services of their own, and perhaps a provider.</summary>
internal static class LargeRegion
{
    private const string Provider = "provider";

    public static (RegionInput Region, OutageInput Outage) Of(int towns, int resources, int providerResources, int services)
    {
        var bodies = new List<BodyInput>();
        if (providerResources > 0) bodies.Add(Body(Provider, providerResources, 0, 0, 16));
        for (var i = 0; i < towns; i++) bodies.Add(Body($"town{i}", resources, providerResources, services, 4));
        var region = new RegionInput { Bodies = bodies };
        return (region, Outage(region));
    }

    private static BodyInput Body(string key, int resources, int providerResources, int services, int people)
    {
        var dice = new Dice(Chance.Entity(key));
        return new()
        {
            Key = key,
            Team = new()
            {
                People = people,
                WorkHours = [new([.. Enumerable.Range(0, 365).SelectMany(day => new[] { 24.0 * day + 7, 24.0 * day + 19 })])],
                Help = [new() { Key = "help", People = 4, Delay = Distribution.LogNormal(168, 0.6), Stay = 2000 }],
            },
            Resources = [.. Enumerable.Range(0, resources).Select(i => Resource(dice, key, i, providerResources))],
            Services = [.. Enumerable.Range(0, services).Select(i => Service(dice, key, i, resources, providerResources))],
        };
    }

    private static ResourceInput Resource(Dice dice, string body, int i, int providerResources) => new()
    {
        Key = $"r{i}",
        RestoreWork = Distribution.LogNormal(30, 1),
        CheckWork = Distribution.Triangular(1, 2, 6),
        Waiting = Distribution.LogNormal(100, 1),
        MaxPeople = 1 + dice.Number(4),
        BackupUsable = 0.8,
        RebuildFactor = 2.5,
        RestartFailure = 0.2,
        RestartRepeat = 0.3,
        Batches = i % 10 == 9 ? 20 : 1,
        Needs = [.. Needed(dice, body, i, providerResources)],
    };

    private static IEnumerable<NeedGroupInput> Needed(Dice dice, string body, int i, int providerResources)
    {
        foreach (var earlier in dice.Some([.. Enumerable.Range(0, i)], 3)) yield return NeedGroupInput.Of(new(body, $"r{earlier}"));
        if (providerResources > 0) yield return NeedGroupInput.Of(new(Provider, $"r{dice.Number(5)}"));
    }

    private static ServiceInput Service(Dice dice, string body, int i, int resources, int providerResources) => new()
    {
        Key = $"s{i}",
        CasesPerWeek = 1 + dice.Number(200),
        Mtpd = 24 * (1 + dice.Number(30)),
        Rpo = 24,
        ExpiryAge = i % 5 == 0 ? 2000 : null,
        Needs =
        [
            .. Enumerable.Range(0, 3).Select(_ => NeedGroupInput.Of(new(body, $"r{dice.Number(resources)}"))),
            .. Enumerable.Range(0, providerResources > 0 ? 3 : 0).Select(_ => NeedGroupInput.Of(new(Provider, $"r{dice.Number(providerResources)}"))),
        ],
        Substitutes = [new() { Key = "paper", Start = Distribution.LogNormal(72, 1), Capacity = 0.4, Endurance = 1000, RekeyShare = 0.5 }],
        Deadlines = [new() { Key = "month", Lead = 72, Due = [[.. Enumerable.Range(1, 60).Select(month => 730.0 * month)]] }],
    };

    private static OutageInput Outage(RegionInput region)
    {
        var gate = new GateInput { Key = new(region.Bodies[0].Key, "forensics"), Duration = Distribution.LogNormal(200, 0.7), DetectedBy = [] };
        var hits = region.Bodies.SelectMany(b => b.Resources.Select(r => new HitInput(new(b.Key, r.Key), HitKind.Damaged, 0.8, [gate.Key])));
        return new() { Gates = [gate], Slip = Distribution.Triangular(1, 1.2, 2), Hits = [new() { Key = gate.Key, Members = [.. hits] }] };
    }
}
