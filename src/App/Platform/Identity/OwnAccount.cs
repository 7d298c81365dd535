using Microsoft.AspNetCore.Identity;

namespace ResilienceMonitor.Platform.Identity;

/// <summary>What people change about their own account.</summary>
public sealed class OwnAccount(UserManager<User> users, SignInTrail trail)
{
    public Task<User?> Find(Guid user) => users.FindByIdAsync(user.ToString());

    public async Task<Refusal?> Rename(Guid userId, string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Limits.NameLength) return Refusal.Of<IdentityTexts>("account.name-needed");
        var user = await Existing(userId);
        user.DisplayName = name.Trim();
        await users.UpdateAsync(user);
        return null;
    }

    /// <summary>Sets a new password. Every session of the account ends; the caller begins a new one for the person at hand.</summary>
    public async Task<Result<User>> ChangePassword(Guid userId, string password, CancellationToken ct)
    {
        var user = await Existing(userId);
        if (PasswordRules.Check(password, user.UserName, user.DisplayName, user.Email) is { } refusal) return refusal;

        // Sets the stamp anew, too.
        if (user.PasswordHash is not null) await users.RemovePasswordAsync(user);
        await users.AddPasswordAsync(user, PasswordRules.Normalised(password));
        await trail.Write(userId, SignInTrail.PasswordChanged, ct);
        return user;
    }

    private async Task<User> Existing(Guid user) => await Find(user) ?? throw new InvalidOperationException("The account of a session exists.");
}
