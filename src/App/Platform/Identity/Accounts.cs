using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity.Keys;
using ResilienceMonitor.Platform.Identity.Oidc;
using ResilienceMonitor.Platform.Identity.Pages;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Accounts, sign-in and sessions.</summary>
public static class Accounts
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, AccountSettings? settings = null)
    {
        services.AddIdentityCore<User>(Rules).AddEntityFrameworkStores<AppDb>();
        services.TryAddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddSingleton(settings ?? AccountSettings.Resolve(null));
        services.AddOptions<IdentityPasskeyOptions>().Configure<AccountSettings>(PasskeyRules);
        services.AddAuthentication(SignIn.Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SignIn.Scheme, null);
        AddKeyRing(services);
        return services
            .AddOidc()
            .AddSingleton<Sessions>()
            .AddSingleton<SessionCookie>()
            .AddSingleton<SignInThrottle>()
            .AddSingleton<SignInTrail>()
            .AddSingleton<OneTimeUse>()
            .AddSingleton<ShortNote>()
            .AddSingleton<OwnCodes>()
            .AddSingleton<FirstAdministratorLink>()
            .AddScoped<SignIn>()
            .AddScoped<FreshSignIn>()
            .AddScoped<PasswordSignIn>()
            .AddScoped<CodeSignIn>()
            .AddScoped<OwnPasskeys>()
            .AddScoped<OwnAccount>()
            .AddScoped<ListFirstSteps>()
            .AddScoped<IFirstSteps, StepsOfAccount>()
            .AddScoped<CreateBreakGlassAccounts>()
            .AddScoped<ListBreakGlassAccounts>();
    }

    /// <summary>What is no page: signing out, and the questions and answers of passkeys.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        // A key file that cannot be read is said at the start and not at the first sign-in.
        app.Services.GetRequiredService<KeyFile>();
        app.MapAccountRoutes();
        app.MapOidc();
    }

    private static void AddKeyRing(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("resmon");
        services.AddSingleton<KeyFile>().AddSingleton<IXmlRepository, StoredKeys>().AddSingleton<RotateKeys>().AddSingleton<KeyRingCheck>().AddSingleton<CodeSecrets>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository, KeyFile>((options, stored, file) =>
        {
            options.XmlRepository = stored;
            options.XmlEncryptor = new KeyFileEncryptor(file);
        });
        services.AddSingleton<XmlKeyManager>();
        services.Replace(ServiceDescriptor.Singleton<IKeyManager>(p => new ShortLivedKeys(p.GetRequiredService<XmlKeyManager>())));
    }

    private static void Rules(IdentityOptions options)
    {
        // Names with umlauts are names; what a password must be says PasswordRules.
        options.User.AllowedUserNameCharacters = "";
        options.Password.RequiredLength = SignInLimits.PasswordLength;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    private static void PasskeyRules(IdentityPasskeyOptions options, AccountSettings settings)
    {
        options.ServerDomain = settings.Domain;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AuthenticatorTimeout = SignInLimits.Step.ToTimeSpan();
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && settings.IsOrigin(context.Origin, context.HttpContext.Request));
    }
}
