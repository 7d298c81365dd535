using ResilienceMonitor.Lab.Forging;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Identity.Oidc;

/// <summary>The short form; <c>lab forgery</c> is the long one.</summary>
public sealed class OidcForgeryTests
{
    private const int Attempts = 1_000;

    [Fact]
    public async Task No_forged_answer_is_accepted()
    {
        using var forgery = new OidcForgery(careless: false);
        var tally = await forgery.Run(Attempts, 7);
        Assert.Empty(tally.Failures);
        Assert.Equal(Attempts, tally.Passed);
    }

    [Fact]
    public async Task A_check_that_skips_the_audience_is_caught()
    {
        using var forgery = new OidcForgery(careless: true);
        var failures = (await forgery.Run(Attempts, 7)).Failures;
        Assert.NotEmpty(failures);
        Assert.All(failures, f => Assert.Contains("aud", f, StringComparison.Ordinal));
    }
}
