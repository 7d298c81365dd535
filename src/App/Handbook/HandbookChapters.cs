using System.Globalization;
using ResilienceMonitor.Platform;

namespace ResilienceMonitor.Handbook;

/// <summary>The chapters in the language of whoever reads, in their order.</summary>
public sealed class HandbookChapters
{
    private readonly Dictionary<string, IReadOnlyList<Chapter>> byLanguage = Languages.All
        .ToDictionary(l => l.TwoLetterISOLanguageName, l => (IReadOnlyList<Chapter>)[.. HandbookFiles.Chapters(l).Select(c => ChapterReader.Read(c, HandbookFiles.Read(l, c)))], StringComparer.Ordinal);

    public IReadOnlyList<Chapter> All => byLanguage[CultureInfo.CurrentUICulture.TwoLetterISOLanguageName];

    public Chapter? Find(string key) => All.FirstOrDefault(c => c.Key == key);
}
