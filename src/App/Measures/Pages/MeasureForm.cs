using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Measures.Pages;

/// <summary>What a person types for a measure of their own; strings, so that nothing typed is lost.</summary>
public sealed class MeasureForm
{
    public string? Title { get; set; }
    public string? Parameter { get; set; }
    public string? Operation { get; set; }
    public string? Value { get; set; }
    public string? OneOff { get; set; }
    public string? Yearly { get; set; }
    public string? Budget { get; set; }
    public string? Product { get; set; }
    public string? PersonDays { get; set; }
    public string? LeadTime { get; set; }
    public string? ByProvider { get; set; }

    /// <summary>The measure, or null with all errors named.</summary>
    public MeasureContent? Read(FieldErrors errors, NodaTime.LocalDate today)
    {
        var title = errors.Text(Field(nameof(Title)), Title);
        var value = errors.Number(Field(nameof(Value)), Value, -1e6, 1e6);
        var oneOff = errors.Number(Field(nameof(OneOff)), OneOff, 0, 1e9, required: false);
        var yearly = errors.Number(Field(nameof(Yearly)), Yearly, 0, 1e9, required: false);
        var days = errors.Number(Field(nameof(PersonDays)), PersonDays, 0, 100_000, required: false);
        var months = errors.Number(Field(nameof(LeadTime)), LeadTime, 0, 240, required: false);
        if (!Enum.TryParse<MeasureParameter>(Parameter, out var parameter)) errors.Add(Field(nameof(Parameter)), MeasuresTexts.Get("form.choose-parameter"));
        if (!Enum.TryParse<EffectOperation>(Operation, out var operation)) errors.Add(Field(nameof(Operation)), MeasuresTexts.Get("form.choose-operation"));
        if (errors.Count > 0) return null;
        return new MeasureContent
        {
            Name = title,
            Effects = [new MeasureEffect { Parameter = parameter, Operation = operation, Value = value!.Value }],
            OneOffEuro = oneOff ?? 0,
            YearlyEuro = yearly ?? 0,
            Budget = Budget == nameof(BudgetKind.Investiv) ? BudgetKind.Investiv : BudgetKind.Konsumtiv,
            BudgetProduct = errors.Text(Field(nameof(Product)), Product, required: false) is { Length: > 0 } product ? product : null,
            PersonDays = days ?? 0,
            LeadTimeMonths = months ?? 0,
            ByProvider = ByProvider == "true",
            Origin = new Origin(OriginKind.Person, today),
        };
    }

    internal static string Field(string name) => $"Input.{name}";
}
