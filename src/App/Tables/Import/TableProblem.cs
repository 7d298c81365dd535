using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Tables.Import;

/// <summary>The sentences about tables, in both languages.</summary>
internal static class TableProblem
{
    private static readonly ResourceTexts Texts = new(typeof(TablesTexts));

    public static FileProblem Of(string code, params object[] arguments) => new(code, Texts.Of(code, arguments));
}
