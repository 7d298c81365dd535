using Xunit;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>Fails with every finding in full; the usual message shortens them beyond use.</summary>
internal static class Quiet
{
    public static void About(IReadOnlyList<string> findings) => Assert.True(findings.Count == 0, string.Join('\n', findings));
}
