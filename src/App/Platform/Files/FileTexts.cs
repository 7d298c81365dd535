namespace ResilienceMonitor.Platform.Files;

/// <summary>The sentences about files, from FileTexts.resx and FileTexts.en.resx.</summary>
internal static class FileTexts
{
    private static readonly ResourceTexts Texts = new(typeof(FileTexts));

    public static FileProblem Problem(string code, params object[] values) => new(code, Texts.Of(code, values));
}
