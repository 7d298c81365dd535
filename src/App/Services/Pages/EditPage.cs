using Microsoft.AspNetCore.Components;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;
using ResilienceMonitor.Services.Pages.Forms;

namespace ResilienceMonitor.Services.Pages;

/// <summary>What the forms of a service and of a resource have in common: errors, lost updates, and the way back to the item's page.</summary>
public abstract class EditPage : ModelPage
{
    internal const string Mine = "mine";
    internal const string Theirs = "theirs";

    [Parameter] public string Key { get; set; } = "";

    [Inject] protected ItemForEditing Items { get; set; } = default!;

    protected FieldErrors Errors { get; } = [];

    /// <summary>What somebody else saved since the form was opened.</summary>
    protected PastChange? Meanwhile { get; private set; }

    /// <summary>The values that somebody else changed, and which of them the form changed too.</summary>
    protected IReadOnlyList<Collision> Collisions { get; private set; } = [];

    /// <summary>The values for which the other one's were chosen; they stay chosen when something else in the form is wrong.</summary>
    protected IReadOnlyList<string> Taken { get; private set; } = [];

    protected LocalDate Today => DateWords.Today(Clock, View?.Body.Content.Zone ?? "Europe/Berlin");

    [Inject] private ItemHistory History { get; set; } = default!;

    [Inject] private IClock Clock { get; set; } = default!;

    /// <summary>Saves if nothing is wrong, and leads back to the item's page.</summary>
    /// <param name="item">The item as it is now.</param>
    /// <param name="posted">Number the form was filled for.</param>
    /// <param name="changed">The content the form says.</param>
    /// <param name="save">Saves it; null: saved.</param>
    /// <param name="address">The item's page.</param>
    protected async Task Finish<T>(EditedItem<T> item, string? posted, T changed, Func<int, T, Task<Refusal?>> save, string address) where T : ItemContent
    {
        var version = int.TryParse(posted, out var number) ? number : 0;
        if (version != item.RowVersion) Errors.Add("Input.RowVersion", Refusal.Of<PlatformTexts>("item.changed-meanwhile"));
        if (Errors.Count > 0) return;
        if (CanonicalJson.Write(changed) == CanonicalJson.Write(item.Content)) Navigation.NavigateTo(address);
        else if (await save(version, PersonOrigins.Mark(item.Content, changed, Today)) is not { } refusal) Navigation.NavigateTo($"{address}&done={ItemStatus.Saved}");
        else Errors.Add(refusal.Code == "item.changed-meanwhile" ? "Input.RowVersion" : "Input.Needs.Add", refusal);
    }

    /// <summary>After a lost update was refused: the form with what the other one changed where nothing was typed, and the values both changed to choose from.</summary>
    /// <param name="item">The item as it is now.</param>
    /// <param name="typed">The form as posted.</param>
    /// <param name="posted">Number the form was filled for.</param>
    /// <param name="section">Section of the item.</param>
    /// <param name="show">The form of a content.</param>
    /// <param name="apply">What a form makes of a content.</param>
    protected async Task<TForm> Reconcile<T, TForm>(EditedItem<T> item, TForm typed, string? posted, string section, Func<T, TForm> show, Func<TForm, T, FieldErrors, T> apply)
        where T : ItemContent where TForm : class
    {
        if (Errors["Input.RowVersion"] is null || View is null || !int.TryParse(posted, out var version)) return typed;
        if (await History.Before(View.Body, section, Key, item.RowVersion - version, Ct) is not { } json) return typed;
        var before = CanonicalJson.Read<T>(json);
        FieldErrors unreadable = [];
        var mine = apply(typed, before, unreadable);
        Collisions = Reconciliation.Find(before, unreadable.Count == 0 ? mine : before, item.Content);
        return Reconciliation.Merge(typed, show(before), show(item.Content));
    }

    /// <summary>The changed content with the values for which the other one's were chosen.</summary>
    protected async Task<T> Chosen<T>(EditedItem<T> item, T changed) where T : ItemContent
    {
        if (Http is null) return changed;
        var form = await Http.Request.ReadFormAsync(Ct);
        var start = MeanwhileChoices.Field("");
        Taken = [.. form.Where(f => f.Key.StartsWith(start, StringComparison.Ordinal) && f.Value == Theirs).Select(f => f.Key[start.Length..])];
        return Reconciliation.Take(changed, item.Content, Taken);
    }

    /// <summary>After a lost update was refused: shows the other change. The next attempt counts as made in knowledge of it.</summary>
    protected async Task<string> Catch(string? posted, int rowVersion, string section, ItemContent content)
    {
        if (Errors["Input.RowVersion"] is null || View is null) return posted ?? "";
        Meanwhile = await History.Run(View.Body, section, Key, content, Ct) is [var latest, ..] ? latest : null;
        return rowVersion.ToString();
    }
}
