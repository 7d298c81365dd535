using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Identity;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity;

/// <summary>The short form of the forgeries; the long form is run with more of the same.</summary>
public sealed class ForgeryTests
{
    // The long form: RESMON_FORGERIES=20000.
    private static readonly int Attempts = int.TryParse(Environment.GetEnvironmentVariable("RESMON_FORGERIES"), out var asked) ? asked : 400;

    [Theory, EveryDatabase]
    public async Task Nothing_forged_is_accepted(TestApp app) => await app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, _) =>
    {
        var forgery = new Forgery(await Person.In(services), services, cookie => Forgery.IsSignedIn(services, cookie));
        var counts = await forgery.Run(Attempts);
        Assert.All(counts, c => Assert.True(c.Attempts == Attempts && c.Accepted == 0, c.ToString()));
        TestContext.Current.SendDiagnosticMessage(string.Join("; ", counts));
        return true;
    });

    [Theory, EveryDatabase]
    public async Task A_handler_that_trusts_the_cookie_is_caught(TestApp app) => await app.UseAs<IServiceProvider, bool>(Actor.Nobody, async (services, _) =>
    {
        var cookies = services.GetRequiredService<SessionCookie>();
        var forgery = new Forgery(await Person.In(services), services, cookie => Task.FromResult(cookies.SecretOf(cookie) is not null));
        Assert.Contains(await forgery.Run(Attempts), c => c.What == "cookie, genuine without a session" && c.Accepted == Attempts);
        return true;
    });
}
