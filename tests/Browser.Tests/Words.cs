using System.Resources;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Browser.Tests;

/// <summary>The German texts of the pages, so that a reworded button breaks no test.</summary>
internal static class Words
{
    public static string Of<T>(string key) =>
        new ResourceManager(typeof(T)).GetString(key, Languages.German) ?? throw new MissingManifestResourceException(key);
}
