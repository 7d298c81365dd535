using System.Diagnostics.CodeAnalysis;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages.Forms;

/// <summary>A resource as a person edits it: every field is the text that was typed. What a form does not post is bound to null.</summary>
public sealed class ResourceForm
{
    internal const int MaxPersons = 500;
    private const double MaxWork = 100_000;
    private const int MaxUnits = 1_000_000;

    public string? RowVersion { get; set; }
    public string? Name { get; set; }
    public string? Host { get; set; }
    public string? Segment { get; set; }
    public string? Units { get; set; }
    public string? WorkMin { get; set; }
    public string? WorkLikely { get; set; }
    public string? WorkMax { get; set; }
    public string? MaxPeople { get; set; }
    [AllowNull] public TimeForm Waiting { get; set => field = value ?? new(); } = new();
    public string? BackupUsable { get; set; }
    [AllowNull] public TimeForm Required { get; set => field = value ?? new(); } = new();
    public string? Reason { get; set; }
    [AllowNull] public NeedsForm Needs { get; set => field = value ?? new(); } = new();

    public static IReadOnlyList<Choice> HostChoices => [.. Enum.GetValues<ResourceHost>().Select(h => new Choice(h.ToString(), ServiceWords.Of(h)))];

    /// <summary>What somebody else restores is not asked: those fields stay empty, and their values as they are.</summary>
    public static ResourceForm Of(ResourceContent resource, int rowVersion)
    {
        var own = resource.Host == ResourceHost.Own;
        var (min, likely, max) = Ends(resource.RestoreWork);
        return new()
        {
            RowVersion = rowVersion.ToString(),
            Name = resource.Name,
            Host = resource.Host.ToString(),
            Segment = resource.Segment,
            Units = resource.Units?.ToString(),
            WorkMin = own ? min : null,
            WorkLikely = own ? likely : null,
            WorkMax = own ? max : null,
            MaxPeople = own ? resource.MaxPeople.ToString() : null,
            Waiting = own ? TimeForm.Of(Math.Round(resource.WaitingHours.Typical, 1)) : TimeForm.Of(null),
            BackupUsable = own ? Typed.Percent(resource.BackupUsable) : null,
            Required = TimeForm.Of(resource.Required?.Hours),
            Reason = resource.Required?.Reason,
            Needs = NeedsForm.Of(resource.Needs),
        };
    }

    /// <summary>The resource as the form says it. It means something only when there are no errors.</summary>
    public ResourceContent Apply(ResourceContent now, IEnumerable<string> segments, FieldErrors errors)
    {
        var shown = Of(now, 0);
        var needs = Needs.Apply(now.Needs);
        return now with
        {
            Name = Typed.Keep(Name, shown.Name, now.Name, () => errors.Text("Input.Name", Name, required: now.CatalogueKey is null)),
            Host = Enum.TryParse<ResourceHost>(errors.Choice("Input.Host", Host, HostChoices), out var host) ? host : now.Host,
            Segment = Typed.Keep(Segment, shown.Segment, now.Segment, () => segments.FirstOrDefault(s => s == Segment)),
            Units = Typed.Keep(Units, shown.Units, now.Units, () => errors.Whole("Input.Units", Units, 0, MaxUnits, required: false)),
            RestoreWork = SameWork(shown) ? now.RestoreWork : ReadWork(WorkMin, WorkLikely, WorkMax, errors),
            MaxPeople = Typed.Keep(MaxPeople, shown.MaxPeople, now.MaxPeople, () => errors.Whole("Input.MaxPeople", MaxPeople, 1, MaxPersons) ?? 1),
            WaitingHours = Waiting.SameAs(shown.Waiting) ? now.WaitingHours : Spread.Of(Waiting.Hours(errors, "Input.Waiting") ?? 0),
            BackupUsable = Typed.Keep(BackupUsable, shown.BackupUsable, now.BackupUsable, () => (errors.Number("Input.BackupUsable", BackupUsable, 0, 100) ?? 0) / 100),
            Required = Required.SameAs(shown.Required) && Typed.Same(Reason, shown.Reason) ? now.Required : ReadRequired(errors),
            Needs = needs,
            Prerequisites = ReferenceEquals(needs, now.Needs) ? now.Prerequisites : WithNeeds(now, needs),
        };
    }

    private bool SameWork(ResourceForm shown) => Typed.Same(WorkMin, shown.WorkMin) && Typed.Same(WorkLikely, shown.WorkLikely) && Typed.Same(WorkMax, shown.WorkMax);

    /// <summary>Person-hours from three fields that belong together.</summary>
    internal static Spread ReadWork(string? workMin, string? workLikely, string? workMax, FieldErrors errors)
    {
        var min = errors.Number("Input.WorkMin", workMin, 0, MaxWork);
        var likely = errors.Number("Input.WorkLikely", workLikely, 0, MaxWork);
        var max = errors.Number("Input.WorkMax", workMax, 0, MaxWork);
        if (likely < min) errors.Add("Input.WorkLikely", ServicesTexts.Get("error.work-order"));
        if (max < likely) errors.Add("Input.WorkMax", ServicesTexts.Get("error.work-order"));
        return min == max ? Spread.Of(likely ?? 0) : Spread.Between(min ?? 0, likely ?? 0, max ?? 0);
    }

    private RequirementOverride? ReadRequired(FieldErrors errors)
    {
        var hours = Required.Hours(errors, "Input.Required");
        if (hours is null && string.IsNullOrWhiteSpace(Required.Amount))
        {
            if (!string.IsNullOrWhiteSpace(Reason)) errors.Add("Input.Required.Amount", ServicesTexts.Get("error.reason-alone"));
            return null;
        }

        if (string.IsNullOrWhiteSpace(Reason)) errors.Add("Input.Reason", ServicesTexts.Get("error.reason"));
        return errors.Text("Input.Reason", Reason, Limits.ReasonLength) is { } reason && hours is { } required ? new(required, reason) : null;
    }

    /// <summary>Its restoration waits for what it needs and for more; a need that goes or comes does so there too.</summary>
    private static IReadOnlyList<NeedGroup>? WithNeeds(ResourceContent now, IReadOnlyList<NeedGroup> needs) =>
        now.Prerequisites is null ? null : [.. needs, .. now.Prerequisites.Where(p => !now.Needs.Any(n => n.Members.SequenceEqual(p.Members)))];

    private static (string? Min, string? Likely, string? Max) Ends(Spread work)
    {
        var distribution = work.ToDistribution();
        return (
            Typed.Estimate(work.Min ?? work.Fixed ?? distribution.Quantile(0.1)),
            Typed.Estimate(work.Typical),
            Typed.Estimate(work.Max ?? work.Fixed ?? distribution.Quantile(0.9)));
    }
}
