namespace ResilienceMonitor.Platform.Ui.Charts.Images;

/// <summary>
/// How the parts of pictures look in a document, which has no style sheet: plain attributes that word processors understand. Colours differ in
/// lightness as much as in hue, so that a grey print says the same.
/// </summary>
internal static class ChartInk
{
    private const string Text = "#1a1a2e";
    private const string Muted = "#4d4d66";
    private const string Line = "#c8c8d4";
    private const string Blue = "#0b0b5c";
    private const string Middle = "#3f5fbf";
    private const string Pale = "#ccd6f2";
    private const string Grey = "#6e6e85";
    private const string Turquoise = "#00727d";
    private const string Danger = "#b3001b";

    /// <summary>Attributes by class; of several classes of an element the later entry here wins.</summary>
    public static readonly IReadOnlyList<(string Class, string[] Attributes)> All =
    [
        ("chart__axis", ["fill", Muted]),
        ("chart__grid", ["stroke", Line]),
        ("chart__tick", ["stroke", Muted]),
        ("chart__label", ["fill", Text]),
        ("chart__label--strong", ["font-weight", "600"]),
        ("curve__band", ["fill-opacity", "0.16"]),
        ("curve__band--first", ["fill", Middle]),
        ("curve__band--own", ["fill", Blue]),
        ("curve__band--without", ["fill", Grey]),
        ("curve__band--cleared", ["fill", Grey]),
        ("curve__band--with", ["fill", Turquoise]),
        ("curve__line", ["fill", "none", "stroke-width", "2.75", "stroke-linejoin", "round"]),
        ("curve__line--first", ["stroke", Middle, "stroke-dasharray", "8 5"]),
        ("curve__line--own", ["stroke", Blue]),
        ("curve__line--cleared", ["stroke", Grey, "stroke-dasharray", "2 5"]),
        ("curve__line--without", ["stroke", Grey, "stroke-dasharray", "8 5"]),
        ("curve__line--with", ["stroke", Turquoise, "stroke-width", "3.25"]),
        ("curve__text--first", ["fill", Middle]),
        ("curve__text--own", ["fill", Blue]),
        ("curve__text--cleared", ["fill", Muted]),
        ("curve__text--without", ["fill", Muted]),
        ("curve__text--with", ["fill", Turquoise]),
        ("curve__hatch", ["fill", "none", "stroke", Line, "stroke-width", "1.5"]),
        ("curve__gained", ["fill", Turquoise, "fill-opacity", "0.28"]),
        ("curve__mark", ["stroke", Text, "stroke-dasharray", "3 3"]),
        ("strip__back", ["fill", "#ffffff", "stroke", Line]),
        ("strip__fill--stopped", ["fill", Blue]),
        ("strip__fill--normal", ["fill", "none"]),
        ("strip__ground--substitute", ["fill", Pale]),
        ("strip__ink--substitute", ["stroke", Middle, "stroke-width", "6"]),
        ("strip__ground--backlog", ["fill", "#f4f4f8"]),
        ("strip__ink--backlog", ["fill", Grey]),
        ("strip__grid", ["stroke", "#ffffff", "stroke-opacity", "0.55"]),
        ("strip__limit", ["fill", Danger, "stroke", Danger, "stroke-width", "2"]),
        ("deps__lines", ["fill", "none", "stroke", Grey]),
        ("deps__lines--joined", ["stroke-width", "1.25"]),
        ("deps__box", ["fill", "#ffffff", "stroke", Text]),
        ("deps__box--provider", ["fill", Pale, "stroke-width", "2"]),
        ("deps__box--service", ["fill", "#f4f4f8"]),
        ("deps__join", ["fill", "#ffffff", "stroke", Text, "stroke-width", "1.5"]),
        ("deps__join--gathered", ["fill", Text]),
        ("deps__corner", ["fill", "#ffffff", "stroke", Text]),
        ("deps__corner--many", ["fill", Text]),
    ];
}
