using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>Signing in with identity providers.</summary>
internal static class OidcParts
{
    public static IServiceCollection AddOidc(this IServiceCollection services) => services
        .AddSingleton(p => IdentityProvidersFile.Load(p.GetRequiredService<DataDirectory>()))
        .AddSingleton<ProviderConnection>()
        .AddSingleton<ProviderDirectory>()
        .AddSingleton<PendingCookie>()
        .AddSingleton<IdTokenCheck>()
        .AddSingleton<CodeExchange>()
        .AddSingleton<ProviderAccounts>()
        .AddScoped<GroupMembers>()
        .AddScoped<BeginOidc>()
        .AddScoped<FinishOidc>();
}
