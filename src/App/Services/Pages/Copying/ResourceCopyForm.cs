using System.Diagnostics.CodeAnalysis;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Copying;

namespace ResilienceMonitor.Services.Pages.Copying;

/// <summary>Which parts of another resource a person takes over.</summary>
public sealed class ResourceCopyForm
{
    private const string Needs = "needs";
    private const string Work = "work";
    private const string Backup = "backup";

    public string? RowVersion { get; set; }
    [AllowNull] public List<string> Parts { get; set => field = value ?? []; } = [];

    /// <summary>The parts with what they are now in the other one.</summary>
    internal static IReadOnlyList<Choice> Choices(ModelView view, ResourceContent from) =>
    [
        new(Needs, CopyTexts.Get("part.needs"), from.Needs.Count == 0 ? ServicesTexts.Get("resource.needs.none")
            : string.Join(", ", from.Needs.Select(g => string.Join(ServicesTexts.Get("needs.or"), g.Members.Select(m => Forms.ResourceChoices.Text(view, view.Refer(m.Resource))))))),
        new(Work, CopyTexts.Get("part.work"), $"{ServiceWords.Work(from.RestoreWork)}; {ServiceWords.Waiting(from.WaitingHours)}"),
        new(Backup, CopyTexts.Get("part.backup"), Platform.Ui.Words.Say.Share(from.BackupUsable)),
    ];

    public ResourceContent Apply(ResourceContent to, ResourceContent from)
    {
        var content = Parts.Contains(Needs) ? to with { Needs = from.Needs, Prerequisites = from.Prerequisites } : to;
        if (Parts.Contains(Work))
            content = content with { RestoreWork = from.RestoreWork, CheckWork = from.CheckWork, MaxPeople = from.MaxPeople, WaitingHours = from.WaitingHours };
        return Parts.Contains(Backup) ? content with { BackupUsable = from.BackupUsable, RebuildFactor = from.RebuildFactor, DataLossHours = from.DataLossHours } : content;
    }
}
