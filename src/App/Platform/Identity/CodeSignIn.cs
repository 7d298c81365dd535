using Microsoft.AspNetCore.Identity;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>Second step after the password: a code of the authenticator app, or one of the printed recovery codes.</summary>
public sealed class CodeSignIn(UserManager<User> users, OwnCodes codes, SignInThrottle throttle, SignInTrail trail, ShortNote notes)
{
    public async Task<Result<SignInAttempt>> Run(string? step, string code, string address, CancellationToken ct)
    {
        if (notes.Read(PasswordSignIn.StepPurpose, step)?.Split(' ') is not [var id, var stamp]
            || await users.FindByIdAsync(id) is not { DisabledAt: null } user || user.SecurityStamp != stamp)
            return Refusal.Of<IdentityTexts>("sign-in.step-over");
        if (!throttle.Code(user.Id, address)) return Refusal.Of<IdentityTexts>("sign-in.throttled", SignInLimits.Window.TotalMinutes);
        if (await codes.Accept(user.Id, code, ct)) return new SignInAttempt(user, "totp", null);
        if (await codes.AcceptRecovery(user.Id, code, ct)) return new SignInAttempt(user, "recovery", null);
        await trail.Write(user.Id, SignInTrail.Failed, Actor.Nobody.Id, ct);
        return Refusal.Of<IdentityTexts>("sign-in.wrong-code");
    }
}
