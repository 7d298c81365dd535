using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>The sentences about imports of bodies, from ImportTexts.resx and ImportTexts.en.resx.</summary>
internal static class ImportTexts
{
    private static readonly ResourceTexts Texts = new(typeof(ImportTexts));

    public static FileProblem Problem(string code, params object[] values) => new(code, Texts.Of(code, values));
}
