using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>
/// What axe finds on a page as it stands: WCAG 2.0 to 2.2, levels A and AA, and best practice. The script runs in the page itself and
/// returns sentences: the ready-made call opens a second window for every run, for the sake of frames, which our pages do not have.
/// </summary>
internal static class Barriers
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> On(IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run);
    }

    private const string Run = """
        async () => {
          const result = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
          });
          if (result.passes.length < 10) return ['Hardly anything was checked.'];
          return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help} – ${n.target} ${n.html.slice(0, 200)}`));
        }
        """;
}
