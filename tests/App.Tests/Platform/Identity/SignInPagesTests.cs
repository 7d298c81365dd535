using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>The pages without any script: from the printed link to an account, out and in again.</summary>
public sealed class SignInPagesTests
{
    [Theory, EveryDatabase]
    public async Task From_the_link_to_an_account_and_back_in(TestApp app)
    {
        await using var host = await PageHost.Start(app);
        var link = await host.Services.GetRequiredService<FirstAdministratorLink>().Issue(TestContext.Current.CancellationToken);
        var welcome = await host.Get(link!);
        var refused = await host.Submit(welcome, "main form", ("Input.Name", "M. Beispiel"), ("Input.UserName", "m.beispiel"), ("Input.Password", "kurz"), ("Input.Again", "kürzer"), ("Input.BodyName", ""));
        Assert.Equal(3, refused.QuerySelectorAll(".error-summary a").Length);
        var account = await host.Submit(refused, "main form",
            ("Input.Name", "M. Beispiel"), ("Input.UserName", "m.beispiel"), ("Input.Password", Person.Password), ("Input.Again", Person.Password), ("Input.BodyName", "Stadt Musterstadt"));
        Assert.EndsWith("/account", account.Url, StringComparison.Ordinal);
        Assert.Contains("m.beispiel", account.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(IdentityTexts.Get("sessions.this"), account.Body.TextContent, StringComparison.Ordinal);

        var renamed = await host.Submit(account, "form[action='/sign-out']");
        Assert.Contains("/sign-in", renamed.Url, StringComparison.Ordinal);
        Assert.Contains(IdentityTexts.Get("not-signed-in"), (await host.Get("/account")).Body!.TextContent, StringComparison.Ordinal);
        var wrong = await host.Submit(await host.Get("/sign-in?returnUrl=/account"), "main form", ("Input.Name", "m.beispiel"), ("Input.Password", "falsch falsch falsch"));
        Assert.Contains(IdentityTexts.Get("sign-in.wrong"), wrong.Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/account", (await host.Submit(wrong, "main form", ("Input.Name", "m.beispiel"), ("Input.Password", Person.Password))).Url, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Codes_are_set_up_and_asked_for(TestApp app)
    {
        await using var host = await PageHost.Start(app);
        var link = await host.Services.GetRequiredService<FirstAdministratorLink>().Issue(TestContext.Current.CancellationToken);
        var account = await host.Submit(await host.Get(link!), "main form",
            ("Input.Name", "M. Beispiel"), ("Input.UserName", "m.beispiel"), ("Input.Password", Person.Password), ("Input.Again", Person.Password), ("Input.BodyName", "Stadt Musterstadt"));
        var codes = await host.Get("/account/codes");
        var key = FromLetters(codes.QuerySelector("main code")!.TextContent.Replace("-", "", StringComparison.Ordinal));
        var printed = await host.Submit(codes, "main form", ("Input.Code", Totp.CodeAt(key, NodaTime.SystemClock.Instance.GetCurrentInstant())));
        var recovery = printed.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(SignInLimits.RecoveryCodes, recovery.Count);
        await host.Submit(account, "form[action='/sign-out']");
        var second = await host.Submit(await host.Get("/sign-in?returnUrl=/account"), "main form", ("Input.Name", "m.beispiel"), ("Input.Password", Person.Password));
        Assert.NotNull(second.QuerySelector("[name='Input.Code']"));
        Assert.Contains(IdentityTexts.Get("not-signed-in"), (await host.Get("/account")).Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/account", (await host.Submit(second, "main form", ("Input.Code", recovery[0]))).Url, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_link_tells_nothing(TestApp app)
    {
        await using var host = await PageHost.Start(app);
        Assert.Null((await host.Get("/welcome/AAAA")).QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.OK, await host.StatusOf("/sign-in"));
    }

    private static byte[] FromLetters(string letters)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(letters.Select(l => Convert.ToString(alphabet.IndexOf(l, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2))];
    }
}
