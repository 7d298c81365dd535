using ResilienceMonitor.EngineBench.Workloads;

namespace ResilienceMonitor.EngineBench.Plain;

/// <summary>Draws as a function of trial and entity, so that every engine can be given the same.</summary>
internal sealed class HashedDraws(Network network, ulong seed = 20260101) : IDraws
{
    private ulong key;

    public double Global { get; private set; }

    public void Begin(int trial)
    {
        key = Mixer.Mix(seed + (ulong)trial * 0xD1342543DE82EF95);
        Global = High(Hash(network.Assets + 2 * network.Organisations.Count + network.Services)) / (double)(1 << 24);
    }

    public OrganisationDraw Organisation(int organisation)
    {
        var first = Hash(network.Assets + 2 * organisation);
        var second = Hash(network.Assets + 2 * organisation + 1);
        return new(Low(first), QuantileTable.Detection[High(first)], QuantileTable.Forensics[Middle(first)], Middle(second) / (double)(1 << 24), QuantileTable.AidArrival[High(second)]);
    }

    public AssetDraw Asset(int asset, bool isBase)
    {
        var hash = Hash(asset);
        var restore = isBase ? QuantileTable.RebuildBase : QuantileTable.RestoreApplication;
        return new(Low(hash), restore[High(hash)], QuantileTable.Check[High(hash)], QuantileTable.Reconnection[Middle(hash)]);
    }

    public double Fallback(int service) => QuantileTable.Fallback[High(Hash(network.Assets + 2 * network.Organisations.Count + service))];

    private ulong Hash(int entity) => Mixer.Mix(key + ((ulong)entity + 1) * Mixer.Golden);

    private static double Low(ulong hash) => (hash & 0xFFFF) / 65536.0;

    private static uint Middle(ulong hash) => (uint)(hash >> 16) & 0xFFFFFF;

    private static uint High(ulong hash) => (uint)(hash >> 40);
}
