using ResilienceMonitor.EngineBench.Workloads;

namespace ResilienceMonitor.EngineBench.Plain;

/// <summary>Draws from the generator of the library, one after the other as they are asked for.</summary>
internal sealed class RandomDraws(int seed) : IDraws
{
    private readonly Random random = new(seed);

    public double Global { get; private set; }

    public void Begin(int trial) => Global = random.NextDouble();

    public OrganisationDraw Organisation(int organisation) =>
        new(random.NextDouble(), QuantileTable.Detection[U24()], QuantileTable.Forensics[U24()], random.NextDouble(), QuantileTable.AidArrival[U24()]);

    public AssetDraw Asset(int asset, bool isBase)
    {
        var hours = U24();
        var restore = isBase ? QuantileTable.RebuildBase : QuantileTable.RestoreApplication;
        return new(random.NextDouble(), restore[hours], QuantileTable.Check[hours], QuantileTable.Reconnection[U24()]);
    }

    public double Fallback(int service) => QuantileTable.Fallback[U24()];

    private uint U24() => (uint)random.Next(1 << 24);
}
