using ResilienceMonitor.Platform.Events;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Layout;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The people of a body, their links and tokens, consents and the trail.</summary>
internal static class PeopleParts
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<UnitsOfWork>()
        .AddSingleton<TendedBodies>()
        .AddSingleton<PermissionList>()
        .AddScoped<ListMembers>()
        .AddScoped<InviteMember>()
        .AddScoped<RevokeInvitation>()
        .AddScoped<AcceptInvitation>()
        .AddScoped<JoinWithNewAccount>()
        .AddScoped<AcceptInvitation.Door>()
        .AddScoped<ChangeRoles>()
        .AddScoped<CreateToken>()
        .AddScoped<ListTokens>()
        .AddScoped<RevokeToken>()
        .AddScoped<AuthenticateToken>()
        .AddScoped<AuthenticateToken.Lookup>()
        .AddScoped<ConsentedReading>()
        .AddScoped<ConsentedReading.Inside>()
        .AddScoped<ListConsents>()
        .AddScoped<ListConsentedItems>()
        .AddScoped<RevokeConsent>()
        .AddScoped<ActorNames>()
        .AddScoped<ReadTrail>()
        .AddScoped<ExportTrail>()
        .AddSingleton(new NavItem(60, "/people", typeof(PeopleTexts), "nav.people") { Permission = People.View, NeedsAccounts = true })
        .AddSingleton(new NavItem(65, "/consents", typeof(ConsentTexts), "nav.consents") { Permission = Consents.View, NeedsAccounts = true })
        .AddSingleton(new NavItem(70, "/relations", typeof(ConsentTexts), "nav.relations") { Permission = Consents.Use, NeedsAccounts = true })
        .AddSingleton(new NavItem(75, "/trail", typeof(TrailTexts), "nav.trail") { Permission = Trail.View });
}
