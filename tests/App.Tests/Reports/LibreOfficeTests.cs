using System.Diagnostics;
using ResilienceMonitor.App.Tests.Bodies;
using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Reports;
using Xunit;

namespace ResilienceMonitor.App.Tests.Reports;

/// <summary>Another program than ours opens the files. Skipped where LibreOffice is not installed.</summary>
public sealed class LibreOfficeTests
{
    [Fact]
    public async Task It_opens_every_paper()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "Needs LibreOffice, which is not installed.");
        var place = Directory.CreateTempSubdirectory("resmon-office-").FullName;
        try
        {
            await using var app = await TestApp.PreparedOnSqlite();
            await app.CreateTown("ags:05958004", 18_000);
            foreach (var kind in Enum.GetValues<ReportKind>())
            {
                var file = await CouncilPaperTests.Write(app, kind, CouncilPaperTests.Asked(), Languages.German);
                await File.WriteAllBytesAsync(Path.Combine(place, $"{kind}{Path.GetExtension(file.Name)}"), file.Bytes, TestContext.Current.CancellationToken);
            }

            var start = new ProcessStartInfo(program!, [$"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", "pdf", "--outdir", place, .. Directory.EnumerateFiles(place)]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var office = Process.Start(start)!;
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.All(Enum.GetValues<ReportKind>(), kind => Assert.True(new FileInfo(Path.Combine(place, $"{kind}.pdf")) is { Exists: true, Length: > 5_000 }, $"{kind} was not opened."));
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }
}
