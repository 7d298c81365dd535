using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>The name of a file as it may be shown and stored: without folders, short, without characters that deceive.</summary>
internal static class FileLabel
{
    public static string Of(string fileName) => ShownText.Of(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim());

    public static string Stem(string label) => label.LastIndexOf('.') is > 0 and var dot ? label[..dot] : label;
}
