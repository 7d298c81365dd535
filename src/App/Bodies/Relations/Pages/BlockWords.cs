using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Relations.Pages;

/// <summary>Blocks of consents in words.</summary>
internal static class BlockWords
{
    public const string OneService = "services";

    public static IReadOnlyList<Choice> Choices =>
        [.. new[] { Consents.Profile, Consents.Model, Consents.Results, Consents.Statement, Consents.Templates, OneService }.Select(b => new Choice(b, ConsentTexts.Get($"block.{b}")))];

    /// <param name="block">See <see cref="Consent.Block"/>.</param>
    /// <param name="items">Single items by name, where they are known: those of the own body.</param>
    public static string Of(string block, params IEnumerable<ConsentedItem> items) => items.FirstOrDefault(i => i.Block == block) is { } item
        ? string.Format(null, ConsentTexts.Get("block.service"), item.Name)
        : block.StartsWith(Consents.OneService, StringComparison.Ordinal)
            ? string.Format(null, ConsentTexts.Get("block.service"), block[Consents.OneService.Length..])
            : ConsentTexts.Get($"block.{block}");
}
