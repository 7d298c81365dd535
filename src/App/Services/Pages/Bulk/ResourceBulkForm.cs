using System.Diagnostics.CodeAnalysis;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Pages.Forms;

namespace ResilienceMonitor.Services.Pages.Bulk;

/// <summary>New values for many resources, as typed; an empty field changes nothing. What somebody else restores keeps the values of its restoration.</summary>
public sealed class ResourceBulkForm
{
    /// <summary>Chosen instead of a segment: none. No key contains it.</summary>
    public const string Alone = "/";

    public string? Kind { get; set; }
    public string? Host { get; set; }
    public string? Segment { get; set; }
    public string? WorkMin { get; set; }
    public string? WorkLikely { get; set; }
    public string? WorkMax { get; set; }
    public string? MaxPeople { get; set; }
    [AllowNull] public TimeForm Waiting { get; set => field = value ?? new(); } = new();
    public string? BackupUsable { get; set; }

    public static IReadOnlyList<Choice> KindChoices => [.. Enum.GetValues<ResourceKind>().Select(k => new Choice(k.ToString(), ServiceWords.Of(k)))];

    /// <summary>What it makes of a resource; null: no field was filled, or one is wrong.</summary>
    public Func<ResourceContent, ResourceContent>? Read(IReadOnlyList<Choice> segments, FieldErrors errors)
    {
        var kind = string.IsNullOrEmpty(Kind) ? null : errors.Choice("Input.Kind", Kind, KindChoices);
        var host = string.IsNullOrEmpty(Host) ? null : errors.Choice("Input.Host", Host, ResourceForm.HostChoices);
        var segment = string.IsNullOrEmpty(Segment) ? null : errors.Choice("Input.Segment", Segment, segments);
        var work = string.IsNullOrWhiteSpace(WorkMin + WorkLikely + WorkMax) ? null : ResourceForm.ReadWork(WorkMin, WorkLikely, WorkMax, errors);
        var people = errors.Whole("Input.MaxPeople", MaxPeople, 1, ResourceForm.MaxPersons, required: false);
        var waiting = Waiting.Hours(errors, "Input.Waiting");
        var backup = errors.Number("Input.BackupUsable", BackupUsable, 0, 100, required: false) / 100;
        if (errors.Count > 0 || (kind ?? host ?? segment) is null && work is null && people is null && (waiting ?? backup) is null) return null;
        return r =>
        {
            var placed = r with
            {
                Kind = kind is null ? r.Kind : Enum.Parse<ResourceKind>(kind),
                Host = host is null ? r.Host : Enum.Parse<ResourceHost>(host),
                Segment = segment is null ? r.Segment : segment == Alone ? null : segment,
            };
            return placed.Host != ResourceHost.Own ? placed : placed with
            {
                RestoreWork = work ?? r.RestoreWork,
                MaxPeople = people ?? r.MaxPeople,
                WaitingHours = waiting is { } hours ? Spread.Of(hours) : r.WaitingHours,
                BackupUsable = backup ?? r.BackupUsable,
            };
        };
    }
}
