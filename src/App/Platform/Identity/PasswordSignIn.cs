using Microsoft.AspNetCore.Identity;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>First step with name and password. Its answer, and the time it takes, do not tell whether the name exists.</summary>
public sealed class PasswordSignIn(UserManager<User> users, OwnCodes codes, SignInThrottle throttle, SignInTrail trail, ShortNote notes, TimeProvider time)
{
    internal const string StepPurpose = "second-step";

    // What is verified when there is no such account: the same work, and never right.
    private static readonly Lazy<string> Nothing = new(() => new PasswordHasher<User>().HashPassword(null!, Base32.Encode(Totp.NewKey())));

    public async Task<Result<SignInAttempt>> Run(string name, string password, string address, CancellationToken ct)
    {
        if (name.Length > Limits.NameLength || password.Length > SignInLimits.LongestPassword) return Refusal.Of<IdentityTexts>("sign-in.wrong");
        var account = users.NormalizeName(name.Trim());
        if (!throttle.Password(account, address)) return Refusal.Of<IdentityTexts>("sign-in.throttled", SignInLimits.Window.TotalMinutes);
        var started = time.GetTimestamp();
        var user = await users.FindByNameAsync(name.Trim());
        var right = await IsRight(user, PasswordRules.Normalised(password));
        if (user is null || !right || user.DisabledAt is not null)
        {
            if (user is not null) await trail.Write(user.Id, SignInTrail.Failed, Actor.Nobody.Id, ct);
            var left = SignInLimits.SlowestAnswer.ToTimeSpan() - time.GetElapsedTime(started);
            if (left > TimeSpan.Zero) await Task.Delay(left, time, ct);
            return Refusal.Of<IdentityTexts>("sign-in.wrong");
        }

        throttle.Forgive(account);
        var needsCode = await codes.IsSetUp(user.Id, ct);
        return new SignInAttempt(user, "password", needsCode ? notes.Write(StepPurpose, $"{user.Id:N} {user.SecurityStamp}") : null);
    }

    private async Task<bool> IsRight(User? user, string password)
    {
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(user!, Nothing.Value, password);
            return false;
        }

        return await users.CheckPasswordAsync(user, password);
    }
}
