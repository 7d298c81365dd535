using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Relations.Pages;

/// <summary>Blocks of consents in words.</summary>
internal static class BlockWords
{
    public const string OneService = "services";

    public static IReadOnlyList<Choice> Choices =>
        [.. new[] { Consents.Profile, Consents.Model, Consents.Results, OneService }.Select(b => new Choice(b, ConsentTexts.Get($"block.{b}")))];

    public static string Of(string block) => block.StartsWith(Consents.OneService, StringComparison.Ordinal)
        ? string.Format(null, ConsentTexts.Get("block.service"), block[Consents.OneService.Length..])
        : ConsentTexts.Get($"block.{block}");
}
