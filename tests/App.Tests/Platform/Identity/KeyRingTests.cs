using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ResilienceMonitor.Platform.Cli;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Identity.Keys;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>What the key ring protects, and what happens when it changes or cannot be read.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("resmon-ring-").FullName;

    [Theory, EveryDatabase]
    public async Task A_server_that_cannot_read_the_key_ring_does_not_start(TestApp app)
    {
        var (right, wrong) = (NewFile("right"), NewFile("wrong"));
        await Ended(ExitCode.Done, OperatorCall.Run(app, right, ["rotate-keys"]));
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0"];
        Assert.Contains(IdentityTexts.Get("keys.file-needed"), await Ended(ExitCode.Environment, OperatorCall.Run(app, null, serve)), StringComparison.Ordinal);
        var refused = await Ended(ExitCode.Environment, OperatorCall.Run(app, wrong, serve));
        Assert.Contains(IdentityTexts.Get("keys.file-wrong"), refused, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1", await Ended(ExitCode.Done, OperatorCall.Run(app, right, serve)), StringComparison.Ordinal);

        // The file is lost for good: new keys, and the server starts again.
        await Ended(ExitCode.Done, OperatorCall.Run(app, wrong, ["rotate-keys"]));
        Assert.Contains("http://127.0.0.1", await Ended(ExitCode.Done, OperatorCall.Run(app, wrong, serve)), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_secret_of_an_app_is_stored_sealed_and_one_in_the_clear_is_sealed_at_the_next_sign_in(TestApp app)
    {
        var (user, secret) = await WithApp(app);
        Assert.DoesNotContain(Convert.ToBase64String(secret), await Stored(app, user), StringComparison.Ordinal);
        await app.UseAs<AppDb, int>(Actor.Nobody, async (db, ct) =>
        {
            (await db.Set<IdentityUserToken<Guid>>().SingleAsync(t => t.UserId == user && t.LoginProvider == "totp", ct)).Value = Convert.ToBase64String(secret);
            return await db.SaveChangesAsync(ct);
        });
        Assert.False(await Accepts(app, user, "000000x"));
        Assert.Equal(Convert.ToBase64String(secret), await Stored(app, user));
        Assert.True(await Accepts(app, user, secret));
        Assert.DoesNotContain(Convert.ToBase64String(secret), await Stored(app, user), StringComparison.Ordinal);
        Assert.True(await Accepts(app, user, secret));
    }

    [Theory, EveryDatabase]
    public async Task A_sealed_secret_is_of_one_account_only(TestApp app)
    {
        var (user, _) = await WithApp(app);
        var stored = await Stored(app, user);
        Assert.NotNull(await app.Use<CodeSecrets, byte[]?>((s, _) => Task.FromResult(s.Open(user, stored, out var _))));
        Assert.Null(await app.Use<CodeSecrets, byte[]?>((s, _) => Task.FromResult(s.Open(Guid.CreateVersion7(), stored, out var _))));
    }

    [Theory, EveryDatabase]
    public async Task After_new_keys_the_apps_still_work_and_hang_on_the_new_key_alone(TestApp app)
    {
        var (user, secret) = await WithApp(app);
        var before = await Stored(app, user);
        var (_, _, lost) = await app.UseAs<RotateKeys, (int, int, int LostApps)>(Actor.Nobody, (u, ct) => u.Run(Actor.Operator(RotateKeys.Permission), tokens: false, ct));
        Assert.Equal(0, lost);
        Assert.NotEqual(before, await Stored(app, user));
        Assert.True(await Accepts(app, user, secret));

        // Even what was left with a revoked key, as after a crash in between, opens and is sealed anew.
        await app.UseAs<AppDb, int>(Actor.Nobody, async (db, ct) =>
        {
            (await db.Set<IdentityUserToken<Guid>>().SingleAsync(t => t.UserId == user && t.LoginProvider == "totp", ct)).Value = before;
            return await db.SaveChangesAsync(ct);
        });
        Assert.True(await Accepts(app, user, secret));
        Assert.NotEqual(before, await Stored(app, user));
    }

    [Theory, EveryDatabase]
    public async Task With_a_new_key_file_the_apps_are_carried_over_by_the_old_one(TestApp app)
    {
        var (first, second, third) = (NewFile("first"), NewFile("second"), NewFile("third"));
        await Ended(ExitCode.Done, OperatorCall.Run(app, first, ["rotate-keys"]));
        var (user, secret) = await WithApp(app, first);
        await Ended(ExitCode.Done, OperatorCall.Run(app, second, ["rotate-keys", "--old-key-file", first]));
        await using (var node = app.WithKeyFile(second)) Assert.True(await Accepts(node, app, user, secret));

        // Without the old file the secret is lost, and that is said.
        Assert.Contains(string.Format(null, IdentityTexts.Get("cli.rotate-keys.lost"), 1), await Ended(ExitCode.Done, OperatorCall.Run(app, third, ["rotate-keys"])), StringComparison.Ordinal);
        await using (var node = app.WithKeyFile(third)) Assert.False(await Accepts(node, app, user, secret));
    }

    [Theory, EveryDatabase]
    public async Task Of_recovery_codes_only_hashes_are_stored(TestApp app)
    {
        var printed = new List<string>();
        var (user, _) = await WithApp(app, printed: printed);
        var rows = await app.UseAs<AppDb, List<string>>(Actor.Nobody, (db, ct) => db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == user).Select(t => t.LoginProvider + t.Name + t.Value).ToListAsync(ct));
        Assert.True(rows.Count > SignInLimits.RecoveryCodes && printed.Count == SignInLimits.RecoveryCodes);
        foreach (var code in printed)
            Assert.DoesNotContain(rows, r => r.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) || r.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string NewFile(string name)
    {
        var path = Path.Combine(directory, name);
        File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return path;
    }

    private static async Task<string> Ended(int code, Task<(int Code, string Text)> running)
    {
        var ended = await running;
        Assert.True(ended.Code == code, $"{ended.Code}: {ended.Text}");
        return ended.Text;
    }

    private static async Task<(Guid User, byte[] Secret)> WithApp(TestApp app, string? keyFile = null, List<string>? printed = null)
    {
        var (user, secret) = (await app.AddAccount("m.beispiel"), Totp.NewKey());
        await using var node = app.WithKeyFile(keyFile);
        var codes = await node.GetRequiredService<OwnCodes>().SetUp(user, secret, Totp.CodeAt(secret, app.Clock.GetCurrentInstant()), TestContext.Current.CancellationToken);
        printed?.AddRange(codes.Value);
        return (user, secret);
    }

    private static async Task<bool> Accepts(TestApp app, Guid user, byte[] secret)
    {
        await using var node = app.WithKeyFile(null);
        return await Accepts(node, app, user, secret);
    }

    private static Task<bool> Accepts(ServiceProvider node, TestApp app, Guid user, byte[] secret)
    {
        app.Clock.Advance(Duration.FromMinutes(2));
        return node.GetRequiredService<OwnCodes>().Accept(user, Totp.CodeAt(secret, app.Clock.GetCurrentInstant()), TestContext.Current.CancellationToken);
    }

    private static Task<bool> Accepts(TestApp app, Guid user, string code) => app.UseAs<OwnCodes, bool>(Actor.Nobody, (u, ct) => u.Accept(user, code, ct));

    private static Task<string> Stored(TestApp app, Guid user) => app.UseAs<AppDb, string>(Actor.Nobody, async (db, ct) =>
        (await db.Set<IdentityUserToken<Guid>>().AsNoTracking().SingleAsync(t => t.UserId == user && t.LoginProvider == "totp", ct)).Value!);
}
