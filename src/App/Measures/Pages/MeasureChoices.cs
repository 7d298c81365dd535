using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Measures.Pages;

/// <summary>What can be chosen for a measure, in words.</summary>
internal static class MeasureChoices
{
    public static IReadOnlyList<Choice> Parameters =>
        [.. Enum.GetValues<MeasureParameter>().Select(p => new Choice(p.ToString(), MeasuresTexts.Get($"parameter.{p}"))).OrderBy(c => c.Text, Platform.GermanOrder.Comparer)];

    public static IReadOnlyList<Choice> Operations =>
        [.. Enum.GetValues<EffectOperation>().Select(o => new Choice(o.ToString(), MeasuresTexts.Get($"operation.{o}")))];

    public static IReadOnlyList<Choice> Budgets =>
        [.. Enum.GetValues<BudgetKind>().Select(b => new Choice(b.ToString(), MeasuresTexts.Get($"budget.{b}")))];

    public static IReadOnlyList<Choice> Who => [new("false", MeasuresTexts.Get("who.body")), new("true", MeasuresTexts.Get("who.provider"))];
}
