namespace ResilienceMonitor.Platform.Identity;

/// <summary>A second factor for whoever signs in with a password alone, and two accounts for the safe of a body that has none.</summary>
public sealed class StepsOfAccount(OwnAccount accounts, OwnCodes codes, OwnPasskeys passkeys, ListBreakGlassAccounts safe, Actor actor) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> Open(CancellationToken ct)
    {
        var open = new List<FirstStep>();
        if (actor.User is { } user && await HasPasswordOnly(user, ct)) open.Add(new FirstStep(10, IdentityTexts.Get("step.factor"), IdentityTexts.Get("step.factor-why"), "/account/codes"));
        if (actor.Scope.Acting is not null && actor.May(CreateBreakGlassAccounts.Permission) && actor.May(People.View) && (await safe.Run(ct)).Count == 0)
            open.Add(new FirstStep(30, IdentityTexts.Get("step.break-glass"), IdentityTexts.Get("step.break-glass-why"), "/break-glass"));
        return open;
    }

    // An account in the safe is a password on paper and nothing else.
    private async Task<bool> HasPasswordOnly(Guid user, CancellationToken ct) =>
        await accounts.Find(user) is { PasswordHash: not null, BreakGlass: false } && !await codes.IsSetUp(user, ct) && (await passkeys.List(user)).Count == 0;
}
