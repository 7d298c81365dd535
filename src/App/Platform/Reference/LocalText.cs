using System.Globalization;

namespace ResilienceMonitor.Platform.Reference;

/// <summary>A text in both languages of the product.</summary>
public sealed record LocalText(string De, string En)
{
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "de" ? De : En;

    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
