using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Forecasts;

/// <summary>The scenario a page begins with, and the runs people get without asking.</summary>
public static class UsualScenario
{
    public const int Runs = 500;

    /// <summary>Runs while a slider moves.</summary>
    public const int PreviewRuns = 100;

    private const string Provider = "provider-encryption";
    private const string Own = "own-encryption-backups-usable";

    /// <summary>What pages simulate of a body when nobody asks for anything else.</summary>
    public static Selection SelectionOf(Body body) => new() { Body = body.Key, Scenario = Of(body.Content), Runs = Runs };

    /// <summary>A body that runs its own data centre loses that; any other its provider.</summary>
    public static string Of(BodyContent body) => body is { Providers.Count: 0, Answers.ProviderKnown: true } || body.Kind == BodyKind.Provider ? Own : Provider;
}
