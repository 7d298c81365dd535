using System.Globalization;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>A field of a body that lists can state. Names are those of the properties in JSON.</summary>
internal sealed record BodyField(string Name, Func<BodyContent, string?> Text, Func<BodyContent, BodyContent, BodyContent> Take)
{
    public const string NameField = "name";
    public const string Kind = "kind";
    public const string State = "state";
    public const string LegalStatus = "legalStatus";
    public const string Population = "population";
    public const string District = "district";
    public const string Providers = "providers";

    private const string ProviderKnown = "answers.providerKnown";

    public static IReadOnlyList<BodyField> All { get; } =
    [
        new(NameField, b => b.Name, (old, file) => old with { Name = file.Name }),
        new(Kind, b => b.Kind.ToString(), (old, file) => old with { Kind = file.Kind }),
        new(State, b => b.State, (old, file) => old with { State = file.State }),
        new(LegalStatus, b => b.LegalStatus.ToString(), (old, file) => old with { LegalStatus = file.LegalStatus }),
        new(Population, b => b.Population?.ToString(CultureInfo.InvariantCulture), (old, file) => old with { Population = file.Population }),
        new(District, b => b.District, (old, file) => old with { District = file.District }),
        new(Providers, ProvidersOf, (old, file) => old with
        {
            Providers = file.Providers,
            Answers = old.Answers with { ProviderKnown = file.Answers.ProviderKnown },
        }) { Properties = [Providers, ProviderKnown] },
    ];

    /// <summary>Properties that hold the field: an empty list of providers means something only with the answer whether they are known.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [Name];

    public bool Same(BodyContent a, BodyContent b) => Text(a) == Text(b);

    public bool IsPersons(BodyContent content) =>
        Properties.Any(p => (content.Origins.GetValueOrDefault(p) ?? content.Origin).Kind == OriginKind.Person);

    public FieldChange Change(BodyContent old, BodyContent file) => new(Name, Text(old), Text(file));

    private static string? ProvidersOf(BodyContent body) => (body.Providers.Count, body.Answers.ProviderKnown) switch
    {
        ( > 0, _) => string.Join(", ", body.Providers),
        (_, true) => "own",
        (_, false) => "other",
        _ => null,
    };
}
