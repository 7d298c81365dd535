using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Pages;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>Towns whose models the tests of the pages look at and change.</summary>
internal static class EditedTown
{
    public const string Key = "ags:05958004";

    /// <summary>Everything in its own data centre.</summary>
    public static Task<Body> CreateSelfHosted(this TestApp app) =>
        app.CreateTown(Key, 18_000, b => b with { Answers = b.Answers with { ProviderKnown = true } });

    /// <summary>Hosted by a provider nobody has described.</summary>
    public static Task<Body> CreateHosted(this TestApp app) =>
        app.CreateTown(Key, 18_000, b => b with { Providers = ["provider:sit"], Answers = b.Answers with { ProviderKnown = true } });

    public static async Task<BodyModel> Model(this TestApp app) =>
        (await app.Use<ModelReader, Result<BodyModel>>((m, ct) => m.Load(Key, ct))).Value;

    public static async Task<ModelView> View(this TestApp app, Body body) =>
        (await app.Use<OpenModel, Result<ModelView>>((m, ct) => m.Run(body, ct))).Value;

    public static Task<Result<Resource>> ChangeResource(this TestApp app, string key, int rowVersion, ResourceContent content) =>
        app.Use<ChangeResource, Result<Resource>>((u, ct) => u.Run(Key, key, rowVersion, content, ct));
}
