using System.Diagnostics.CodeAnalysis;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Bulk;
using ResilienceMonitor.Services.Pages.Forms;

namespace ResilienceMonitor.Services.Pages.Bulk;

/// <summary>New values for many services, as typed; an empty field changes nothing.</summary>
public sealed class ServiceBulkForm
{
    public string? Responsibility { get; set; }
    public string? RoundTheClock { get; set; }
    [AllowNull] public TimeForm Mtpd { get; set => field = value ?? new(); } = new();
    [AllowNull] public TimeForm Rto { get; set => field = value ?? new(); } = new();
    [AllowNull] public TimeForm Rpo { get; set => field = value ?? new(); } = new();
    public string? EmergencyLevel { get; set; }

    public static IReadOnlyList<Choice> YesOrNo => [new(Typed.Yes, ServicesTexts.Get("value.yes")), new(Typed.No, ServicesTexts.Get("value.no"))];

    /// <summary>What it makes of a service; null: no field was filled, or one is wrong.</summary>
    public Func<ServiceContent, ServiceContent>? Read(FieldErrors errors)
    {
        var responsibility = string.IsNullOrEmpty(Responsibility) ? null : errors.Choice("Input.Responsibility", Responsibility, ServiceForm.ResponsibilityChoices);
        var roundTheClock = string.IsNullOrEmpty(RoundTheClock) ? null : errors.Choice("Input.RoundTheClock", RoundTheClock, YesOrNo);
        var (mtpd, rto, rpo) = (Mtpd.Hours(errors, "Input.Mtpd"), Rto.Hours(errors, "Input.Rto"), Rpo.Hours(errors, "Input.Rpo"));
        var level = errors.Number("Input.EmergencyLevel", EmergencyLevel, 1, 100, required: false) / 100;
        if (errors.Count > 0 || (responsibility ?? roundTheClock) is null && (mtpd ?? rto ?? rpo ?? level) is null) return null;
        return s => s with
        {
            Responsibility = responsibility is null ? s.Responsibility : Enum.Parse<Responsibility>(responsibility),
            RoundTheClock = roundTheClock is null ? s.RoundTheClock : roundTheClock == Typed.Yes,
            MtpdHours = mtpd ?? s.MtpdHours,
            RtoHours = rto ?? s.RtoHours,
            RpoHours = rpo ?? s.RpoHours,
            EmergencyLevel = level ?? s.EmergencyLevel,
        };
    }

    /// <summary>Names the services that would have to be back later than they may be away.</summary>
    internal static void Check(IEnumerable<(BulkRow Row, ServiceContent Before, ServiceContent After)> changed, FieldErrors errors)
    {
        var wrong = changed.Where(c => c.After.RtoHours > c.After.MtpdHours && (c.After.RtoHours != c.Before.RtoHours || c.After.MtpdHours != c.Before.MtpdHours)).Select(c => c.Row.Name).ToList();
        if (wrong.Count > 0) errors.Add("Input.Rto.Amount", BulkTexts.Get("error.rto", wrong[0], wrong.Count - 1));
    }
}
