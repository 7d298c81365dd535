using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>What the opening questions come to, with a default for every one that was not answered.</summary>
internal sealed record StarterFacts
{
    public required BodyContent Body { get; init; }
    public required LegalStatus Status { get; init; }
    public required double Population { get; init; }
    public required int Workplaces { get; init; }

    /// <summary>Size relative to the body for which the catalogue states its work.</summary>
    public required double Size { get; init; }

    /// <summary>Key of the provider that runs the data centre; null: the body's own.</summary>
    public required string? Provider { get; init; }

    /// <summary>Key of the provider of what usually lies elsewhere (payroll); null: none.</summary>
    public required string? SecondProvider { get; init; }

    public required int ItStaff { get; init; }

    /// <summary>Share of the workplaces that clean devices in stock can replace.</summary>
    public required double SpareShare { get; init; }

    public required double BackupUsable { get; init; }

    /// <summary>How the last full restore changes work and failures: fresh, old, never, unknown.</summary>
    public required string RestoreTest { get; init; }

    public bool IsAdministration => Body.Kind is BodyKind.Municipality or BodyKind.District;

    public bool IsProvider => Body.Kind is BodyKind.Provider;

    public bool IsDistrictLevel => Status is LegalStatus.District or LegalStatus.IndependentCity;

    public StarterAnswers Answers => Body.Answers;

    public static StarterFacts From(string bodyKey, BodyContent body, Parameters parameters, LocalDate today)
    {
        var status = StatusOf(body, parameters);
        var population = body.Population ?? parameters.Case("default-population", Word(status));
        var workplaces = body.Answers.Workplaces
            ?? (int)Math.Round(Math.Max(parameters.Number("least-workplaces"), parameters.Case("workplaces-per-thousand", Word(status)) * population / 1000));
        var size = Math.Max(workplaces, 1) / parameters.Number("reference-workplaces");
        var provider = ProviderOf(bodyKey, body);
        return new StarterFacts
        {
            Body = body,
            Status = status,
            Population = population,
            Workplaces = workplaces,
            Size = size,
            Provider = provider,
            SecondProvider = provider is not null && body.Providers.Count > 1 ? body.Providers[1] : null,
            ItStaff = body.Answers.ItStaff ?? DefaultItStaff(size, provider is not null, parameters),
            SpareShare = body.Answers.SpareDevices is { } spares ? Math.Clamp(spares / (double)Math.Max(workplaces, 1), 0, 1) : parameters.Number("spare-share-unknown"),
            BackupUsable = parameters.Case("backup-usable", Word(body.Answers.ProtectedBackup)),
            RestoreTest = RestoreTestOf(body.Answers, parameters, today),
        };
    }

    public static string Word(bool? answer) => answer switch { true => "yes", false => "no", null => "unknown" };

    private static string Word(LegalStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];

    private static LegalStatus StatusOf(BodyContent body, Parameters parameters) => body switch
    {
        { Kind: BodyKind.Provider or BodyKind.CoordinationOffice or BodyKind.State } => LegalStatus.None,
        { Kind: BodyKind.District } => LegalStatus.District,
        { LegalStatus: LegalStatus.Unknown or LegalStatus.None } when body.Population >= parameters.Number("independent-city-from") => LegalStatus.IndependentCity,
        { LegalStatus: LegalStatus.Unknown or LegalStatus.None } => LegalStatus.Municipality,
        _ => body.LegalStatus,
    };

    private static string? ProviderOf(string bodyKey, BodyContent body) => body switch
    {
        { Kind: BodyKind.Provider } => null,
        { Providers.Count: > 0 } => body.Providers[0],
        _ => StarterModel.HasUnknownProvider(body) ? StarterModel.UnknownProviderKey(bodyKey) : null,
    };

    private static int DefaultItStaff(double size, bool hosted, Parameters parameters)
    {
        var people = parameters.Number("it-staff") * Math.Pow(size, parameters.Number("it-staff-exponent")) * (hosted ? parameters.Number("it-staff-hosted-factor") : 1);
        return Math.Max(1, (int)Math.Round(people));
    }

    private static string RestoreTestOf(StarterAnswers answers, Parameters parameters, LocalDate today) => answers switch
    {
        { LastFullRestore: { } day } => day.PlusMonths((int)parameters.Number("restore-test-fresh-months")) >= today ? "fresh" : "old",
        { NeverRestored: true } => "never",
        _ => "unknown",
    };
}
