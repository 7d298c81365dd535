namespace ResilienceMonitor.EngineBench.Workloads;

/// <summary>Makes the workloads, always the same ones.</summary>
internal sealed class NetworkMaker
{
    private const ulong Seed = 42;
    private static readonly double[] Tolerable = [24, 72, 168, 336, 720];
    private static readonly OrganisationSize Hosted = new(4, 8, 2, 1, 0.10, 0.20);

    private readonly GeneratorStream random = new(Seed);
    private readonly List<Organisation> organisations = [];
    private int assets;
    private int services;

    /// <summary>One municipality: 150 assets, 60 services, 4 teams and 2 that come to help.</summary>
    public static Network A()
    {
        var maker = new NetworkMaker();
        maker.Add(new(15, 135, 4, 2, 1, 0), null, 60);
        return new Network(maker.organisations);
    }

    /// <summary>One provider and the 72 municipalities it hosts.</summary>
    public static Network B()
    {
        var maker = new NetworkMaker();
        maker.AddCluster(new(20, 160, 24, 12, 1, 0), 72);
        return new Network(maker.organisations);
    }

    /// <summary>A state: 12 providers with 90 municipalities each, and 20 without provider.</summary>
    public static Network C() => Country(12);

    /// <summary>Providers with 90 municipalities each, and 20 without provider; Germany has 122.</summary>
    public static Network Country(int providers)
    {
        var maker = new NetworkMaker();
        for (var i = 0; i < providers; i++) maker.AddCluster(new(20, 160, 24, 12, 0.15, 0.5), 90);
        for (var i = 0; i < 20; i++) maker.Add(new(15, 45, 3, 2, 0.15, 0.5), null, 40);
        return new Network(maker.organisations);
    }

    private void AddCluster(OrganisationSize provider, int hosted)
    {
        var parent = Add(provider, null, 0);
        for (var i = 0; i < hosted; i++) Add(Hosted, parent, 40);
    }

    private Organisation Add(OrganisationSize size, Organisation? parent, int serviceCount)
    {
        var needs = Enumerable.Range(0, size.Assets).Select(i => NeedsOf(i, size, parent)).ToList();
        var ranks = Ranks(size);
        var made = needs.Select((n, i) => new Asset(ranks[i], n)).ToList();
        var offered = serviceCount == 0 ? [] : Services(size, parent, serviceCount);
        var organisation = new Organisation(organisations.Count, assets, services, parent, size, made, offered);
        organisations.Add(organisation);
        assets += made.Count;
        services += offered.Count;
        return organisation;
    }

    private List<int> NeedsOf(int asset, OrganisationSize size, Organisation? parent)
    {
        List<int> local = asset switch
        {
            0 => [],
            1 or 2 => [0],
            3 when asset < size.Base => [1, 2],
            4 when asset < size.Base => [2],
            _ when asset < size.Base => [3, 1 + random.Int(asset - 1)],
            _ => OfApplication(asset, size),
        };
        var needs = local.Select(n => assets + n).ToList();
        if (parent is null) return [.. needs.Distinct()];
        if (asset is 0 or 3) needs.Add(parent.FirstAsset + asset);
        if (asset >= size.Base && random.Chance(50)) needs.Add(parent.FirstAsset + random.Int(parent.Size.Assets));
        return [.. needs.Distinct()];
    }

    private List<int> OfApplication(int asset, OrganisationSize size)
    {
        List<int> needs = [Math.Min(3, size.Base - 1)];
        if (size.Base > 5) needs.Add(5 + random.Int(size.Base - 5));
        if (asset == size.Base) return needs;
        if (random.Chance(35)) needs.Add(size.Base + random.Int(asset - size.Base));
        if (random.Chance(10)) needs.Add(size.Base + random.Int(asset - size.Base));
        return needs;
    }

    private int[] Ranks(OrganisationSize size)
    {
        var order = Enumerable.Range(0, size.Applications).ToArray();
        for (var i = order.Length - 1; i >= 1; i--)
        {
            var j = random.Int(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var ranks = Enumerable.Range(0, size.Assets).ToArray();
        for (var place = 0; place < order.Length; place++) ranks[size.Base + order[place]] = size.Base + place;
        return ranks;
    }

    private List<Service> Services(OrganisationSize size, Organisation? parent, int count)
    {
        var population = Math.Round(Math.Exp(7.2 + 2.2 * (random.U() + random.U() + random.U() - 1.5)));
        var made = new List<Service>();
        for (var i = 0; i < count; i++)
        {
            List<int> needs = parent is null
                ? [.. Many(2 + random.Int(3), () => Application(size)), assets + random.Int(size.Base)]
                : [.. Many(1 + random.Int(3), () => Hosting(parent)), .. Many(1 + random.Int(2), () => assets + random.Int(size.Assets))];
            (int, int)? oneOf = !random.Chance(30) ? null : parent is null ? (Application(size), Application(size)) : (Hosting(parent), assets + random.Int(size.Assets));
            var fallback = random.Chance(60);
            var mtpd = Tolerable[random.Int(Tolerable.Length)];
            var citizens = Math.Round(population * (0.02 + 0.3 * random.U()));
            made.Add(new Service([.. needs.Distinct()], oneOf, fallback, mtpd, citizens, Math.Round(5 + 95 * random.U())));
        }

        return made;
    }

    private int Application(OrganisationSize size) => assets + size.Base + random.Int(size.Applications);

    private int Hosting(Organisation parent) => parent.FirstAsset + parent.Size.Base + random.Int(parent.Size.Applications);

    // Not Enumerable.Repeat: each is drawn anew, and at once.
    private static List<int> Many(int count, Func<int> draw)
    {
        var list = new List<int>();
        for (var i = 0; i < count; i++) list.Add(draw());
        return list;
    }
}
