using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Providers;

/// <summary>What providers say of their restart: asked by letter, entered once, seen by their customers.</summary>
public static class ProvidersFeature
{
    public static IServiceCollection AddProviders(this IServiceCollection services) => services
        .AddSingleton<ProviderQuestions>()
        .AddScoped<FindStatements>()
        .AddScoped<SaveStatement>()
        .AddScoped<WriteLetter>()
        .AddScoped<IConsentedBlock, StatementBlock>();
}
