using ResilienceMonitor.App.Tests.Bodies;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Backup;

/// <summary>Backups under write load; the long form runs outside the tests.</summary>
public sealed class BackupDrillTests
{
    [Theory, EveryDatabase]
    public async Task Fifty_backups_under_write_load_all_come_back_whole(TestApp app)
    {
        using var backups = new Backups(app);
        await app.CreateTown("ags:05958004", 18_000);
        var report = await new BackupDrill(app.Choice, backups.Place, _ => backups.Fresh(), app.Clock).Run(50, 50, TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults);
        Assert.True(report.Written > 50, $"Almost nothing was written: {report.Written}.");
        TestContext.Current.SendDiagnosticMessage($"{app.Name}: {report.Backups} backups, {report.Written} writes, slowest {report.Slowest.TotalMilliseconds:F0} ms.");
    }
}
