using System.Globalization;
using System.Resources;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Platform.Files;

/// <summary>Texts of the resource file beside a type, in both languages at once: a message is made when a file is read and shown later to whoever asks.</summary>
internal sealed class ResourceTexts(Type marker)
{
    private readonly ResourceManager _resources = new(marker);

    public LocalText Of(string code, params object[] values)
    {
        object[] shown = [.. values.Select(v => v is string text ? ShownText.Of(text) : v)];
        return new LocalText(In(Languages.German, code, shown), In(Languages.English, code, shown));
    }

    private string In(CultureInfo culture, string code, object[] values) =>
        _resources.GetString(code, culture) is { } pattern
            ? string.Format(culture, pattern, values)
            : throw new MissingManifestResourceException($"No text for '{code}' in {culture.Name}.");
}
