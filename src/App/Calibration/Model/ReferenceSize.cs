using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Calibration.Model;

/// <summary>How large a body is, from whatever is known of it, and the people who restore.</summary>
internal sealed class ReferenceSize
{
    /// <summary>Workplaces for which the catalogue states its numbers.</summary>
    private const double Reference = 1000;

    private readonly Parameters numbers;

    public ReferenceSize(KnownOutage outage, Parameters numbers)
    {
        this.numbers = numbers;
        Clients = Math.Max(1, ClientsOf(outage));
        ClientsHit = Part(outage.ClientsHit, Clients);
        ServersHit = outage.Servers is { } servers ? Part(outage.ServersHit, servers) : 1;
        var usual = UsualPeople("own-people");
        Own = Crew(outage.ItStaff is { } staff ? usual * Math.Clamp(staff / HeadCount("own-people"), 0.5, 2) : usual);
        Help = Crew(UsualPeople("help-people"));
        UsualTeam = Present(Crew(usual)) + Help;
        Team = Present(Own) + Help;
    }

    public double Clients { get; }

    /// <summary>Share of the workplaces that was hit; 1 if nothing is known.</summary>
    public double ClientsHit { get; }

    /// <summary>Share of the servers that was hit; 1 if nothing is known.</summary>
    public double ServersHit { get; }

    /// <summary>Own IT people, large teams counted in groups.</summary>
    public int Own { get; }

    /// <summary>Helpers, counted likewise.</summary>
    public int Help { get; }

    /// <summary>People at work in a body of this size, for whom the catalogue states its days.</summary>
    public int UsualTeam { get; }

    /// <summary>Own people free for the restoration and helpers, who share the large pieces of work.</summary>
    public int Team { get; }

    /// <summary>(Workplaces / 1,000) to a power of the catalogue.</summary>
    public double Growth(string exponent) => Math.Pow(Clients / Reference, numbers.Number(exponent));

    private double UsualPeople(string key) => Math.Min(HeadCount(key), numbers.Number("most-people"));

    private double HeadCount(string key) => Math.Max(1, numbers.Number(key) * Growth("people-exponent"));

    private int Present(int own) => Crew(own * numbers.Number("own-share-free"));

    private static int Crew(double people) => Math.Max(1, (int)Math.Round(people));

    private static double Part(double? hit, double of) => hit is { } part && of > 0 ? Math.Clamp(part / of, 0.01, 1) : 1;

    private double ClientsOf(KnownOutage outage)
    {
        var kind = KindOf(outage);
        if (outage.Clients is { } clients) return clients;
        if (outage.Population is { } people)
            return people / 1000 * numbers.Case("clients-per-thousand", outage.Country ?? "") * numbers.Case("kind-clients", kind);
        if (outage.Members is > 1 and var members) return members * numbers.Number("clients-per-member");
        if (outage.Staff is { } staff) return staff * numbers.Number("clients-per-staff");
        if (outage.Servers is { } servers) return servers * numbers.Number("clients-per-server");
        return outage.ClientsHit ?? numbers.Case("usual-clients", kind);
    }

    private static string KindOf(KnownOutage outage) => outage.Kind switch
    {
        OutageBody.District => "district",
        OutageBody.Provider => "provider",
        _ => "municipality",
    };
}
