using ResilienceMonitor.App.Tests.Platform;
using Xunit;

namespace ResilienceMonitor.App.Tests.Services.Pages;

/// <summary>What another service or resource has is taken over on one page, without script.</summary>
public sealed class CopyPagesTests
{
    private const string Form = "main form[method=post]";

    [Theory, EveryDatabase]
    public async Task A_service_takes_over_what_is_ticked_and_keeps_its_name(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var before = await app.Model();
        Assert.Null((await host.Get($"/services/passport/copy?body={EditedTown.Key}")).QuerySelector(Form));
        var page = await host.Get($"/services/passport/copy?body={EditedTown.Key}&from=payroll-payment");
        var saved = await host.Submit(page, Form, ("Input.Needs", null), ("Input.Mode", "replace"));
        Assert.Contains("gespeichert", saved.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var (from, passport) = (before.Services["payroll-payment"], (await app.Model()).Services["passport"]);
        Assert.Equal(from.Substitutes.Select(s => s.Key), passport.Substitutes.Select(s => s.Key));
        Assert.All(passport.Substitutes, s => Assert.False(s.Prepared));
        Assert.NotEmpty(from.Deadlines);
        Assert.Equal(from.Deadlines.Select(d => d.Key), passport.Deadlines.Select(d => d.Key));
        Assert.Empty(passport.Needs);
        Assert.Equal(before.Services["passport"].CatalogueKey, passport.CatalogueKey);
        Assert.Equal(["deadlines", "needs", "substitutes"], passport.Origins.Keys.Order());
    }

    [Theory, EveryDatabase]
    public async Task A_resource_takes_over_the_parts_that_are_ticked(TestApp app)
    {
        await app.CreateSelfHosted();
        await using var host = await PageHost.Start(app);
        var before = (await app.Model()).Resources;
        var page = await host.Get($"/resources/mail/copy?body={EditedTown.Key}&from=clients");
        Assert.Contains("mindestens einen Teil", (await host.Submit(page, Form)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await host.Submit(page, Form, ("Input.Parts", "work"));
        var mail = (await app.Model()).Resources["mail"];
        Assert.Equal((before["clients"].RestoreWork, before["clients"].MaxPeople), (mail.RestoreWork, mail.MaxPeople));
        Assert.Equal(before["mail"].BackupUsable, mail.BackupUsable);
    }
}
