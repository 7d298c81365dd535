using NodaTime;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.App.Tests.Bodies;

/// <summary>Bodies tests begin with, made by the use cases.</summary>
internal static class Town
{
    public static BodyContent Of(int population) => new()
    {
        Name = "Musterstadt",
        Kind = BodyKind.Municipality,
        LegalStatus = LegalStatus.Municipality,
        State = "05",
        Population = population,
        Origin = new Origin(OriginKind.Person, new LocalDate(2026, 11, 21)),
    };

    public static async Task<Body> CreateTown(this TestApp app, string key, int population, Func<BodyContent, BodyContent>? change = null) =>
        (await app.Use<CreateBody, Result<Body>>((u, ct) => u.Run(key, change?.Invoke(Of(population)) ?? Of(population), ct))).Value;

    public static async Task<Body> FindBody(this TestApp app, string key) =>
        (await app.Use<BodyDirectory, Result<Body>>((u, ct) => u.Find(key, ct))).Value;
}
