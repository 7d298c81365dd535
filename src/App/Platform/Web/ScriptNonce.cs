using System.Security.Cryptography;

namespace ResilienceMonitor.Platform.Web;

/// <summary>The number of one answer that its own script tags repeat, so that a script somebody smuggled into the page does not run.</summary>
public static class ScriptNonce
{
    private static readonly object Key = new();

    public static string Of(HttpContext http)
    {
        if (http.Items.TryGetValue(Key, out var known)) return (string)known!;
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[Key] = made;
        return made;
    }
}
