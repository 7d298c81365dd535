using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>The way to a provider and back. Both are links: forms of our pages may not lead elsewhere.</summary>
internal static class OidcRoutes
{
    public static void MapOidc(this IEndpointRouteBuilder routes)
    {
        // Errors of the configuration are said at the start and not at the first sign-in.
        routes.ServiceProvider.GetRequiredService<IdentityProviders>();
        routes.MapGet("/sign-in/oidc/{key}", Begin).AllowAnonymous();
        routes.MapGet("/sign-in/oidc/{key}/done", Finish).AllowAnonymous();
    }

    private static async Task<RedirectHttpResult> Begin(string key, HttpContext http, BeginOidc begin, string? returnUrl, string? again)
    {
        using var patience = Patience(http);
        var address = await begin.Run(key, returnUrl, again is not null, http, patience.Token);
        return address.Refusal is { } refusal ? Back(refusal, returnUrl, again is not null) : TypedResults.Redirect(address.Value);
    }

    private static async Task<RedirectHttpResult> Finish(string key, HttpContext http, FinishOidc finish, SignIn signIn, IClock clock)
    {
        using var patience = Patience(http);
        var person = await finish.Run(key, http, patience.Token);
        if (person.Refusal is { } refusal) return Back(refusal, null, refusal.Code is "oidc.not-proven" or "oidc.other-person");

        // Without a word from the provider the proof may be hours old: exports then ask for a new one.
        var proven = person.Value.ProvenAt ?? clock.GetCurrentInstant() - SignInLimits.Fresh - Duration.FromSeconds(1);
        await signIn.Begin(http, person.Value.User, "oidc", proven);
        return TypedResults.LocalRedirect(person.Value.ReturnTo);
    }

    private static RedirectHttpResult Back(Refusal refusal, string? returnUrl, bool again) =>
        TypedResults.LocalRedirect($"/sign-in{(again ? "/again" : "")}?returnUrl={Uri.EscapeDataString(ReturnUrl.Safe(returnUrl))}&refused={refusal.Code}");

    private static CancellationTokenSource Patience(HttpContext http)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(OidcLimits.Step);
        return patience;
    }
}
