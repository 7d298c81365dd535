using Microsoft.AspNetCore.Identity;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>The passkeys of an account: a question of ours, the signed answer of a device that knows its owner, each answer good once.</summary>
public sealed class OwnPasskeys(
    UserManager<User> users, IPasskeyHandler<User> handler, ShortNote notes, OneTimeUse once, SignInThrottle throttle, SignInTrail trail, AccountSettings settings)
{
    private const string Adding = "passkey-add";
    private const string SigningIn = "passkey-sign-in";

    /// <summary>A question for the browser, and the note that belongs to it.</summary>
    public sealed record Question(string Options, string Note);

    public async Task<Result<Question>> AskToSignIn(HttpContext http)
    {
        if (!settings.AllowsPasskeys(http.Request)) return Refusal.Of<IdentityTexts>("passkey.no-domain");
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        return new Question(asked.RequestOptionsJson, notes.Write(SigningIn, asked.AssertionState!));
    }

    public async Task<Result<Question>> AskToAdd(Guid userId, HttpContext http)
    {
        if (!settings.AllowsPasskeys(http.Request)) return Refusal.Of<IdentityTexts>("passkey.no-domain");
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("The account of a session exists.");
        var asked = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = userId.ToString(), Name = user.UserName!, DisplayName = user.DisplayName }, http);
        return new Question(asked.CreationOptionsJson, notes.Write(Adding, asked.AttestationState!));
    }

    public async Task<Result<SignInAttempt>> SignIn(string? note, string? credential, HttpContext http, CancellationToken ct)
    {
        if (!throttle.Passkey(NetworkAddress.Of(http))) return Refusal.Of<IdentityTexts>("sign-in.throttled", SignInLimits.Window.TotalMinutes);
        if (!settings.AllowsPasskeys(http.Request) || notes.Read(SigningIn, note) is not { } state || credential is not { Length: > 0 and <= SignInLimits.CredentialLength })
            return Refusal.Of<IdentityTexts>("passkey.refused");
        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (!answer.Succeeded || answer.User.DisabledAt is not null) return Refusal.Of<IdentityTexts>("passkey.refused");

        // Many passkeys do not count their uses, so the same answer must not do twice.
        if (!await once.TryUse(answer.User.Id, $"passkey {state}", ct)) return Refusal.Of<IdentityTexts>("passkey.refused");
        return (await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey)).Succeeded
            ? new SignInAttempt(answer.User, "passkey", null) : Refusal.Of<IdentityTexts>("passkey.refused");
    }

    public async Task<Refusal?> Add(Guid userId, string? name, string? note, string? credential, HttpContext http, CancellationToken ct)
    {
        if (notes.Read(Adding, note) is not { } state || credential is not { Length: > 0 and <= SignInLimits.CredentialLength }) return Refusal.Of<IdentityTexts>("passkey.not-added");
        var user = await Find(userId);
        if ((await users.GetPasskeysAsync(user)).Count >= SignInLimits.PasskeysOfAccount) return Refusal.Of<IdentityTexts>("passkey.too-many", SignInLimits.PasskeysOfAccount);
        var answer = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (!answer.Succeeded || answer.UserEntity.Id != userId.ToString() || !await once.TryUse(userId, $"passkey {state}", ct)) return Refusal.Of<IdentityTexts>("passkey.not-added");
        answer.Passkey.Name = string.IsNullOrWhiteSpace(name) ? DeviceName.Of(http.Request.Headers.UserAgent) : name.Trim()[..Math.Min(name.Trim().Length, Limits.NameLength)];
        if (!(await users.AddOrUpdatePasskeyAsync(user, answer.Passkey)).Succeeded) return Refusal.Of<IdentityTexts>("passkey.not-added");
        await trail.Write(userId, SignInTrail.PasskeyAdded, ct);
        return null;
    }

    public async Task<IReadOnlyList<UserPasskeyInfo>> List(Guid userId) => [.. (await users.GetPasskeysAsync(await Find(userId))).OrderBy(p => p.CreatedAt)];

    public async Task<Refusal?> Rename(Guid userId, string id, string name)
    {
        var user = await Find(userId);
        if (string.IsNullOrWhiteSpace(name) || name.Length > Limits.NameLength) return Refusal.Of<IdentityTexts>("passkey.name");
        if ((await users.GetPasskeysAsync(user)).FirstOrDefault(p => IdOf(p) == id) is not { } passkey) return Refusal.Of<IdentityTexts>("passkey.gone");
        passkey.Name = name.Trim();
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return null;
    }

    /// <summary>Refused for the last way to sign in.</summary>
    public async Task<Refusal?> Remove(Guid userId, string id, CancellationToken ct)
    {
        var user = await Find(userId);
        var all = await users.GetPasskeysAsync(user);
        if (all.FirstOrDefault(p => IdOf(p) == id) is not { } passkey) return Refusal.Of<IdentityTexts>("passkey.gone");
        if (all.Count == 1 && user.PasswordHash is null) return Refusal.Of<IdentityTexts>("passkey.last-way");
        await users.RemovePasskeyAsync(user, passkey.CredentialId);

        // Somebody who signed in with it is not signed in any more.
        await users.UpdateSecurityStampAsync(user);
        await trail.Write(userId, SignInTrail.PasskeyRemoved, ct);
        return null;
    }

    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(passkey.CredentialId));

    private async Task<User> Find(Guid user) => await users.FindByIdAsync(user.ToString()) ?? throw new InvalidOperationException("The account of a session exists.");
}
