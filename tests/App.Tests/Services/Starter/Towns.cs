using NodaTime;
using ResilienceMonitor.App.Tests.Platform.Reference;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Starter;

namespace ResilienceMonitor.App.Tests.Services.Starter;

/// <summary>Bodies as somebody would enter them, and their starter models.</summary>
internal static class Towns
{
    public static LocalDate Today { get; } = new(2026, 3, 2);

    public static BodyContent Of(LegalStatus status, int? population, string? state = "05") => new()
    {
        Kind = status switch { LegalStatus.District => BodyKind.District, LegalStatus.None => BodyKind.Provider, _ => BodyKind.Municipality },
        LegalStatus = status,
        State = state,
        Population = population,
        Origin = new Origin(OriginKind.Person, Today),
    };

    public static BodyContent Hosted(this BodyContent body, params string[] providers) => body with { Providers = providers, Answers = body.Answers with { ProviderKnown = true } };

    public static BodyContent OwnCentre(this BodyContent body) => body with { Providers = [], Answers = body.Answers with { ProviderKnown = true } };

    public static BodyContent With(this BodyContent body, Func<StarterAnswers, StarterAnswers> change) => body with { Answers = change(body.Answers) };

    public static BodyModel Model(this BodyContent body, string key = "town") => StarterModel.Build(key, body, Catalogues.Starter, Today);

    public static BodyContent Town18000 => Of(LegalStatus.Municipality, 18000).Hosted("provider:p");

    public static BodyContent Provider => Of(LegalStatus.None, 330000);

    /// <summary>All members of all needs, prerequisites and substitutes of a model.</summary>
    public static IEnumerable<string> References(BodyModel model) =>
        model.Resources.Values.SelectMany(r => r.Needs.Concat(r.Prerequisites ?? []))
            .Concat(model.Services.Values.SelectMany(s => s.Needs.Concat(s.Substitutes.SelectMany(x => x.Needs))))
            .SelectMany(g => g.Members).Select(m => m.Resource);
}
