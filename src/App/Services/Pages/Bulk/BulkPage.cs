using Microsoft.AspNetCore.Components;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Bulk;

namespace ResilienceMonitor.Services.Pages.Bulk;

/// <summary>
/// What the pages that change many services or many resources have in common: the rows, a preview, one change, and taking it back. What is shown before it
/// is saved counts only as long as nobody else changed one of the rows.
/// </summary>
public abstract class BulkPage<T> : ModelPage where T : ItemContent
{
    internal const string RowField = "Input.Rows";
    internal const string Save = "save";
    internal const string TakeBack = "undo";

    /// <summary>Narrows the rows as the list does.</summary>
    [SupplyParameterFromQuery] public string? Search { get; set; }

    /// <summary>The rows that were ticked in the list; none: all that are found.</summary>
    [SupplyParameterFromQuery] public string[]? Keys { get; set; }

    /// <summary>Whether all that are found are meant.</summary>
    [SupplyParameterFromQuery] public string? All { get; set; }

    protected FieldErrors Errors { get; } = [];

    protected BulkState State { get; } = new();

    [Inject] protected ItemForEditing Items { get; set; } = default!;

    [Inject] protected ChangeMany Change { get; set; } = default!;

    [Inject] private UndoModelChange Undo { get; set; } = default!;

    [Inject] private ItemHistory History { get; set; } = default!;

    [Inject] private IClock Clock { get; set; } = default!;

    protected abstract string Section { get; }

    protected abstract IReadOnlyList<BulkRow> Find(ModelView view);

    protected abstract Task<IReadOnlyDictionary<string, EditedItem<T>>> Read(ModelView view, IReadOnlyCollection<string> keys);

    /// <summary>What the form makes of an item; null: no field was filled.</summary>
    protected abstract Func<T, T>? ReadForm();

    protected abstract Task<Result<Guid>> Keep(string bodyKey, IReadOnlyDictionary<string, EditedItem<T>> wanted);

    /// <summary>Adds what is wrong with the items as they would be.</summary>
    protected virtual void Check(IEnumerable<(BulkRow Row, T Before, T After)> changed)
    {
    }

    /// <summary>The address of an item.</summary>
    protected abstract string AddressOf(ModelView view, string key);

    protected override Task Load(ModelView view)
    {
        var found = Find(view);
        State.Rows = Keys is { Length: > 0 } ? [.. found.Where(r => Keys.Contains(r.Key))] : found;
        if (Keys is { Length: > 0 } || All is not null) State.Picked = [.. State.Rows.Select(r => r.Key)];
        State.AddressOf = key => AddressOf(view, key);
        return Task.CompletedTask;
    }

    protected async Task Submit()
    {
        if (View is null || Http is null) return;
        var form = await Http.Request.ReadFormAsync(Ct);
        if (form["do"] == TakeBack)
        {
            await GoBack(View, form["change"]);
            return;
        }

        State.Picked = [.. State.Rows.Select(r => r.Key).Intersect(form[RowField].OfType<string>(), StringComparer.Ordinal)];
        if (State.Picked.Count == 0) Errors.Add(RowField, BulkTexts.Get("error.rows"));
        if (State.Picked.Count > Limits.ChangedTogether) Errors.Add(RowField, BulkTexts.Get("bulk.number", Limits.ChangedTogether));
        var change = ReadForm();
        if (change is null && Errors.Count == 0) Errors.Add(RowField, BulkTexts.Get("error.fields"));
        if (Errors.Count > 0 || change is null) return;
        var items = await Read(View, State.Picked);
        var changed = items.ToDictionary(i => i.Key, i => i.Value with { Content = change(i.Value.Content) }, StringComparer.Ordinal);
        Check(State.Rows.Where(r => items.ContainsKey(r.Key)).Select(r => (r, items[r.Key].Content, changed[r.Key].Content)));
        if (Errors.Count > 0) return;
        State.Versions = BulkVersions.Write(items.Select(i => KeyValuePair.Create(i.Key, i.Value.RowVersion)));
        State.Preview = [.. State.Rows.Where(r => items.ContainsKey(r.Key)).Select(r => BulkChange.Of(r.Key, r.Name, items[r.Key].Content, changed[r.Key].Content))];
        if (form["do"] == Save && await IsCurrent(View, items, BulkVersions.Read(form["versions"]))) await Take(View, items, changed);
    }

    private async Task Take(ModelView view, IReadOnlyDictionary<string, EditedItem<T>> items, Dictionary<string, EditedItem<T>> changed)
    {
        var today = DateWords.Today(Clock, view.Body.Content.Zone);
        var wanted = State.Preview!.Where(c => c.Values.Count > 0)
            .ToDictionary(c => c.Key, c => changed[c.Key] with { Content = PersonOrigins.Mark(items[c.Key].Content, changed[c.Key].Content, today) }, StringComparer.Ordinal);
        if (wanted.Count == 0) return;
        var kept = await Keep(view.Body.Key, wanted);
        if (kept.Refusal is { } refusal) Errors.Add(RowField, refusal);
        else (State.Change, State.Changed, State.Preview) = (kept.Value, wanted.Count, null);
    }

    // Rows somebody else changed since the preview: they are named with what changed, and nothing is saved.
    private async Task<bool> IsCurrent(ModelView view, IReadOnlyDictionary<string, EditedItem<T>> items, IReadOnlyDictionary<string, int> seen)
    {
        foreach (var row in State.Rows.Where(r => items.TryGetValue(r.Key, out var item) && seen.GetValueOrDefault(r.Key, item.RowVersion) != item.RowVersion))
            if (await History.Run(view.Body, Section, row.Key, items[row.Key].Content, Ct) is [var latest, ..]) State.Meanwhile.Add((row, latest));
        if (State.Meanwhile.Count > 0) Errors.Add(RowField, Refusal.Of<PlatformTexts>("item.changed-meanwhile"));
        return State.Meanwhile.Count == 0 && seen.Count > 0;
    }

    private async Task GoBack(ModelView view, string? change)
    {
        var undone = await Undo.Run(view.Body.Key, Guid.TryParse(change, out var id) ? id : default, Ct);
        if (undone.Refusal is { } refusal) Errors.Add(RowField, refusal);
        else State.Undone = true;
    }
}

/// <summary>How far a change of many has come.</summary>
public sealed class BulkState
{
    public IReadOnlyList<BulkRow> Rows { get; set; } = [];

    public IReadOnlyCollection<string> Picked { get; set; } = [];

    public Func<string, string> AddressOf { get; set; } = key => key;

    /// <summary>Null: nothing to show yet, or it is saved.</summary>
    public IReadOnlyList<BulkChange>? Preview { get; set; }

    public string Versions { get; set; } = "";

    /// <summary>What somebody else changed since the preview.</summary>
    public List<(BulkRow Row, PastChange Change)> Meanwhile { get; } = [];

    /// <summary>Id of the change once it is saved.</summary>
    public Guid? Change { get; set; }

    public int Changed { get; set; }

    public bool Undone { get; set; }
}
