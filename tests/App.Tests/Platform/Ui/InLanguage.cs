using System.Globalization;

namespace ResilienceMonitor.App.Tests.Platform.Ui;

/// <summary>Sets the language of the request for the length of a test.</summary>
internal sealed class InLanguage : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public InLanguage(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ResilienceMonitor.Platform.Languages.All.Single(l => l.TwoLetterISOLanguageName == language);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
