namespace ResilienceMonitor.Lab.Forging;

/// <summary><c>lab forgery</c>: forged answers of an identity provider against the real checks, and against a broken one that must be caught.</summary>
internal static class ForgeryCommand
{
    public static async Task<int> Run(Arguments arguments, TextWriter output)
    {
        var (attempts, seed) = (arguments.Number("oidc", 50_000), (ulong)arguments.Number("seed", 1));
        using var careless = new OidcForgery(careless: true);
        var missed = await careless.Run(Math.Min(attempts, 2_000), seed);
        await output.WriteLineAsync($"a check without audience lets {missed.Failures.Count} of {Math.Min(attempts, 2_000)} pass");
        if (missed.Failures.Count == 0) return 1;
        using var forgery = new OidcForgery(careless: false);
        return await (await forgery.Run(attempts, seed)).Close(output);
    }
}
