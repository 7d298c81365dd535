using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Starter;

/// <summary>
/// Makes the first complete model of a body from the opening questions. The same answers always give the same model: it asks no clock and no chance, and every number
/// comes from the catalogue.
/// </summary>
public static class StarterModel
{
    /// <summary>Builds the model; a question that was not answered counts as unknown and gets a wide default.</summary>
    public static BodyModel Build(string bodyKey, BodyContent body, StarterCatalogue catalogue, LocalDate today)
    {
        var facts = StarterFacts.From(bodyKey, body, catalogue.Parameters, today);
        var origin = new Origin(OriginKind.Starter, today, catalogue.Services.Reference);
        var plan = ResourcePlan.For(facts, catalogue);
        return new BodyModel
        {
            Key = bodyKey,
            Body = body,
            Team = body.Team ?? StarterTeam.Build(facts, catalogue),
            Segments = StarterResources.Segments(plan, catalogue, origin),
            Resources = StarterResources.Build(plan, facts, catalogue, origin),
            Services = StarterServices.Build(plan, facts, catalogue, origin),
        };
    }

    /// <summary>A resource of which nothing is known but what it is: as its entry of the catalogue, else as what takes longest of its kind there.</summary>
    public static ResourceContent Resource(string bodyKey, BodyContent body, StarterCatalogue catalogue, string? catalogueKey, ResourceKind kind, LocalDate today)
    {
        var facts = StarterFacts.From(bodyKey, body, catalogue.Parameters, today);
        var origin = new Origin(OriginKind.Starter, today, catalogue.Services.Reference);
        return StarterResources.Single(catalogueKey, kind, ResourcePlan.For(facts, catalogue), facts, catalogue, origin);
    }

    /// <summary>The stand-in for a provider nobody has named yet; the models of hosted bodies refer to its resources.</summary>
    public static (string Key, BodyContent Body) UnknownProvider(string bodyKey, BodyContent body) => (UnknownProviderKey(bodyKey), new BodyContent
    {
        Kind = BodyKind.Provider,
        LegalStatus = LegalStatus.None,
        State = body.State,
        CatalogueKey = "unknown-provider",
        Origin = body.Origin with { Kind = OriginKind.Starter, Source = bodyKey },
        Demonstration = body.Demonstration,
        Zone = body.Zone,
    });

    /// <summary>True if the model of this body refers to <see cref="UnknownProvider"/>.</summary>
    public static bool HasUnknownProvider(BodyContent body)
        => body.Kind is BodyKind.Municipality or BodyKind.District && body.Providers.Count == 0 && body.Answers.ProviderKnown != true;

    internal static string UnknownProviderKey(string bodyKey) => $"provider:of:{bodyKey}";
}
