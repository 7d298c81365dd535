using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ResilienceMonitor.Platform.Identity.Pages;

/// <summary>Signing out, and what the script of passkeys asks and answers.</summary>
internal static class AccountRoutes
{
    public static void MapAccountRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-out", SignOut).AllowAnonymous();
        routes.MapPost("/sign-in/passkey/question", AskToSignIn).AllowAnonymous();
        routes.MapPost("/sign-in/passkey", SignInWithPasskey).AllowAnonymous();
        routes.MapPost("/account/passkeys/question", AskToAdd);
        routes.MapPost("/account/passkeys", AddPasskey);
    }

    private static async Task<RedirectHttpResult> SignOut(HttpContext http, SignIn signIn, [FromForm] string? returnUrl)
    {
        await signIn.End(http);
        return TypedResults.LocalRedirect(returnUrl is null ? "/sign-in?out=1" : ReturnUrl.Safe(returnUrl));
    }

    // The value of the form is not used; that it is a form makes the framework check its token.
    private static async Task<IResult> AskToSignIn(HttpContext http, OwnPasskeys passkeys, [FromForm] string? purpose) => Answer(await passkeys.AskToSignIn(http));

    private static async Task<RedirectHttpResult> SignInWithPasskey(
        HttpContext http, OwnPasskeys passkeys, SignIn signIn, [FromForm] string? note, [FromForm] string? credential, [FromForm] string? returnUrl, [FromForm] string? again)
    {
        var back = ReturnUrl.Safe(returnUrl);
        var attempt = await passkeys.SignIn(note, credential, http, http.RequestAborted);
        var other = again is not null && attempt.Refusal is null && CurrentSession.Of(http)?.User != attempt.Value.User.Id;
        if (attempt.Refusal is not null || other)
            return TypedResults.LocalRedirect($"/sign-in{(again is null ? "" : "/again")}?returnUrl={Uri.EscapeDataString(back)}&refused={(attempt.Refusal?.Code == "sign-in.throttled" ? "throttled" : "passkey")}");
        await signIn.Begin(http, attempt.Value.User, attempt.Value.Method);
        return TypedResults.LocalRedirect(back);
    }

    private static async Task<IResult> AskToAdd(HttpContext http, OwnPasskeys passkeys, NodaTime.IClock clock, [FromForm] string? purpose) =>
        CurrentSession.Of(http) is { } session && session.IsFresh(clock.GetCurrentInstant()) ? Answer(await passkeys.AskToAdd(session.User, http)) : TypedResults.Unauthorized();

    private static async Task<RedirectHttpResult> AddPasskey(
        HttpContext http, OwnPasskeys passkeys, NodaTime.IClock clock, [FromForm] string? name, [FromForm] string? note, [FromForm] string? credential)
    {
        if (CurrentSession.Of(http) is not { } session || !session.IsFresh(clock.GetCurrentInstant())) return TypedResults.LocalRedirect(FreshSignIn.AddressFor("/account"));
        var refusal = await passkeys.Add(session.User, name, note, credential, http, http.RequestAborted);
        return TypedResults.LocalRedirect(refusal is null ? "/account?done=passkey" : $"/account?refused={refusal.Code}");
    }

    private static IResult Answer(Result<OwnPasskeys.Question> question) => question.Refusal is { } refusal
        ? TypedResults.Json(new { refusal = refusal.Sentence }, statusCode: StatusCodes.Status409Conflict)
        : TypedResults.Json(new { options = question.Value.Options, note = question.Value.Note });
}
