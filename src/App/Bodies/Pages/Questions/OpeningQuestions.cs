using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;
using static ResilienceMonitor.Bodies.Pages.Questions.OpeningQuestion;

namespace ResilienceMonitor.Bodies.Pages.Questions;

/// <summary>The twelve opening questions, in the order in which they are asked.</summary>
internal static class OpeningQuestions
{
    public const int Count = 12;

    /// <param name="reference">Knows the states.</param>
    /// <param name="all">Bodies that can be named as provider or neighbour.</param>
    /// <param name="self">Key of the body that is asked.</param>
    /// <param name="year">This year.</param>
    public static IReadOnlyList<OpeningQuestion> Of(ReferenceData reference, IReadOnlyList<Body> all, string self, int year) =>
    [
        Choice("state", nameof(BodyForm.State), f => f.State, (f, v) => f.State = v, BodyChoices.States(reference)),
        Choice("status", nameof(BodyForm.LegalStatus), f => f.LegalStatus, (f, v) => f.LegalStatus = v, BodyChoices.LegalStatuses),
        Typed("population", [Number(nameof(BodyForm.Population), "form.population", null, null, f => f.Population)], (into, from) => into.Population = from.Population),
        Choice("hospital", nameof(BodyForm.Hospital), f => f.Hospital, (f, v) => f.Hospital = v, BodyChoices.YesNo),
        Hosting(BodyChoices.Providers(all)),
        Typed("it-staff", [Number(nameof(BodyForm.ItStaff), "form.it-staff", null, "unit.people", f => f.ItStaff)], (into, from) => into.ItStaff = from.ItStaff),
        Typed(
            "devices",
            [
                Number(nameof(BodyForm.Workplaces), "form.workplaces", null, null, f => f.Workplaces),
                Number(nameof(BodyForm.Spares), "form.spares", "form.spares-hint", null, f => f.Spares),
            ],
            (into, from) => (into.Workplaces, into.Spares) = (from.Workplaces, from.Spares)),
        Choice("backup", nameof(BodyForm.Backup), f => f.Backup, (f, v) => f.Backup = v, BodyChoices.YesNo),
        Choice("restore", nameof(BodyForm.Restore), f => f.Restore, (f, v) => f.Restore = v, BodyChoices.Restores(year)),
        Choice("telephone", nameof(BodyForm.Telephone), f => f.Telephone, (f, v) => f.Telephone = v, BodyChoices.YesNo),
        Choice("cash-desk", nameof(BodyForm.CashDesk), f => f.CashDesk, (f, v) => f.CashDesk = v, BodyChoices.YesNo),
        Choice("neighbour", nameof(BodyForm.Neighbour), f => f.Neighbour, (f, v) => f.Neighbour = v, BodyChoices.Neighbours(all, self)),
    ];

    // Two fields by one button: a provider that is known here is named at once.
    private static OpeningQuestion Hosting(IReadOnlyList<Choice> providers) => new(
        TitleOf("hosting"),
        WhyOf("hosting"),
        [
            new(BodyForm.Field(nameof(BodyForm.Hosting)), "own", BodiesTexts.Get("hosting.own"), f => f.Hosting == "own"),
            .. providers.Select(p => new OpeningAnswer(BodyForm.Field(nameof(BodyForm.Provider)), p.Value, p.Text, f => f.Hosting == "provider" && f.Provider == p.Value)),
            new(BodyForm.Field(nameof(BodyForm.Hosting)), "provider", BodiesTexts.Get(providers.Count > 0 ? "question.hosting.other" : "hosting.provider"), f => f.Hosting == "provider" && string.IsNullOrEmpty(f.Provider)),
        ],
        [],
        (into, from) => (into.Hosting, into.Provider) = providers.FirstOrDefault(p => p.Value == from.Provider) is { } known ? ("provider", known.Value) : (from.Hosting, null));

    private static OpeningNumber Number(string field, string label, string? hint, string? unit, Func<BodyForm, string?> get) =>
        new(BodyForm.Field(field), BodiesTexts.Get(label), hint is null ? null : BodiesTexts.Get(hint), unit is null ? null : BodiesTexts.Get(unit), get);
}
