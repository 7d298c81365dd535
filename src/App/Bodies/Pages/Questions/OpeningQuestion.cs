using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Bodies.Pages.Questions;

/// <summary>One of the opening questions: answered by one press of a button, or by numbers.</summary>
/// <param name="Title">The question.</param>
/// <param name="Why">Why it is asked.</param>
/// <param name="Answers">What can be pressed.</param>
/// <param name="Numbers">What can be typed instead.</param>
/// <param name="Take">Takes over what was posted for it; a form in which nothing is filled means "unknown".</param>
internal sealed record OpeningQuestion(string Title, string Why, IReadOnlyList<OpeningAnswer> Answers, IReadOnlyList<OpeningNumber> Numbers, Action<BodyForm, BodyForm> Take)
{
    public static OpeningQuestion Choice(string key, string field, Func<BodyForm, string?> get, Action<BodyForm, string?> set, IReadOnlyList<Choice> choices) =>
        new(
            TitleOf(key),
            WhyOf(key),
            [.. choices.Where(c => c.Value.Length > 0).Select(c => new OpeningAnswer(BodyForm.Field(field), c.Value, c.Text, form => get(form) == c.Value))],
            [],
            (into, from) => set(into, choices.FirstOrDefault(c => c.Value == get(from))?.Value));

    public static OpeningQuestion Typed(string key, IReadOnlyList<OpeningNumber> numbers, Action<BodyForm, BodyForm> take) => new(TitleOf(key), WhyOf(key), [], numbers, take);

    public static string TitleOf(string key) => BodiesTexts.Get($"question.{key}");

    public static string WhyOf(string key) => BodiesTexts.Get($"question.{key}.why");
}

/// <summary>A button: what it posts, what it says, and whether it is the answer given before.</summary>
internal sealed record OpeningAnswer(string Field, string Value, string Text, Func<BodyForm, bool> IsGiven);

/// <summary>A number that is typed.</summary>
internal sealed record OpeningNumber(string Field, string Label, string? Hint, string? Unit, Func<BodyForm, string?> Get);
