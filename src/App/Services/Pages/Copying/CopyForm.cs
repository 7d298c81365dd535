using System.Diagnostics.CodeAnalysis;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Copying;

namespace ResilienceMonitor.Services.Pages.Copying;

/// <summary>What a person ticks to take over from another service.</summary>
public sealed class CopyForm
{
    public const string Add = "add";
    public const string Replace = "replace";

    public string? RowVersion { get; set; }
    public string? Mode { get; set; }
    [AllowNull] public List<string> Needs { get; set => field = value ?? []; } = [];
    [AllowNull] public List<string> Substitutes { get; set => field = value ?? []; } = [];
    [AllowNull] public List<string> Deadlines { get; set => field = value ?? []; } = [];

    /// <summary>Missing resources to make.</summary>
    [AllowNull] public List<string> Made { get; set => field = value ?? []; } = [];

    public static IReadOnlyList<Choice> Modes => [new(Add, CopyTexts.Get("mode.add")), new(Replace, CopyTexts.Get("mode.replace"))];

    /// <summary>Everything is taken, and nothing made.</summary>
    public static CopyForm Of(CopySource source, int rowVersion) => new()
    {
        RowVersion = rowVersion.ToString(),
        Mode = Add,
        Needs = [.. Enumerable.Range(0, source.Needs.Count).Select(i => i.ToString())],
        Substitutes = [.. source.Substitutes.Select(s => s.Key)],
        Deadlines = [.. source.Deadlines.Select(d => d.Key)],
    };

    public CopyChoice Choice => new([.. Needs.Select(n => int.TryParse(n, out var place) ? place : -1)], Substitutes, Deadlines, Made, Mode == Replace);
}
