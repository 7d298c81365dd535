using System.Collections.Concurrent;
using System.Text;
using ResilienceMonitor.App.Tests.Hostile;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>Every page of a town whose every text is a hostile one: nothing runs, nobody else is asked, the texts stand there as texts.</summary>
public sealed class HostilePagesTests(Site site) : IClassFixture<Site>
{
    // Elements and attributes that no page of ours has and that a text may not become.
    private const string Foreign = """
        () => [...document.querySelectorAll('*')].flatMap(e => [
            ...[...e.attributes].filter(a => /^on/i.test(a.name) || /^\s*(javascript|vbscript|data:text)/i.test(a.value) && /^(href|src|action|formaction|xlink:href)$/i.test(a.name)
                || /^(href|src|action|formaction|data|srcdoc)$/i.test(a.name) && new URL(a.value, location.href).host !== location.host).map(a => `${e.localName} ${a.name}=${a.value.slice(0, 80)}`),
            ...(/^(object|embed|iframe|base|math|foreignobject|animate|video|template)$/i.test(e.localName) || e.localName === 'script' && (e.src ? new URL(e.src).host !== location.host : e.textContent.includes('hx7f3c')) ? [e.outerHTML.slice(0, 120)] : [])])
        """;

    [Fact]
    public async Task Nothing_runs_on_any_page()
    {
        var page = await site.Open();
        await Fill();
        var found = new ConcurrentQueue<string>();
        var watch = new PageWatch(page, site.Origin);
        page.Dialog += (_, dialog) =>
        {
            found.Enqueue($"dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in Addresses.All.Concat(OfHostile))
        {
            var answer = await page.GotoAsync(address);
            if (answer!.Status >= 500) found.Enqueue($"{address} answered {answer.Status}");
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            foreach (var complaint in watch.Take().Where(c => !c.Contains("status of 4", StringComparison.Ordinal))) found.Enqueue($"{address}: {complaint}");
            foreach (var foreign in await page.EvaluateAsync<string[]>(Foreign)) found.Enqueue($"{address}: {foreign}");
            foreach (var mark in await page.EvaluateAsync<string[]>("() => document.body.textContent.match(/hx7f3c(\\d+x\\d+|long\\d)/g) ?? []")) seen.Add(mark);
        }

        Quiet.About([.. found]);
        Assert.True(seen.Count > 1_000, $"Only {seen.Count} of the texts were seen.");
        await page.Context.CloseAsync();
    }

    private static IReadOnlyList<string> OfHostile =>
    [
        $"/tables/lists/{HostileTown.ListKey}?body={Addresses.Town}", $"/measures/{HostileTown.MeasureKey}/comments?body={Addresses.Town}",
        $"/simulation?Subject={Addresses.Town}&Scenario={HostileTown.ScenarioKey}", $"/services/crisis-team?body={Addresses.Town}#comments",
    ];

    private async Task Fill()
    {
        foreach (var key in new[] { "demo:muster-it", Addresses.Town }) Assert.Null((await site.Use<AdoptModel, Result<Body>>(u => u.Run(key, default))).Refusal);
        var hostile = HostileTown.Of((await site.Use<ExportPackage, Result<string>>(u => u.Body(Addresses.Town, default))).Value);
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(hostile.Package));
        Assert.Null((await site.Use<ImportPackage, Result<ImportedPackage>>(u => u.Run(file, false, default))).Refusal);
        var body = (await site.Use<BodyDirectory, Result<Body>>(d => d.Find(Addresses.Town, default))).Value;
        foreach (var text in HostileTexts.Kept.Where((text, n) => n % 11 == 0 && text.Length <= Limits.CommentLength))
            Assert.Null((await site.Use<Discussion, Result<Guid>>(d => d.Add(body, "services", "crisis-team", text, default))).Refusal);
    }
}
