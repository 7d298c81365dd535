using Microsoft.AspNetCore.Components;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Services.Pages;

/// <summary>What the forms of a service and of a resource have in common: errors, lost updates, and the way back to the item's page.</summary>
public abstract class EditPage : ModelPage
{
    [Parameter] public string Key { get; set; } = "";

    [Inject] protected ItemForEditing Items { get; set; } = default!;

    protected FieldErrors Errors { get; } = [];

    /// <summary>What somebody else saved since the form was opened.</summary>
    protected PastChange? Meanwhile { get; private set; }

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

    /// <summary>After a lost update was refused: shows the other change. The next attempt counts as made in knowledge of it.</summary>
    protected async Task<string> Catch(string? posted, int rowVersion, string section, ItemContent content)
    {
        if (Errors["Input.RowVersion"] is null || View is null) return posted ?? "";
        Meanwhile = await History.Run(View.Body, section, Key, content, Ct) is [var latest, ..] ? latest : null;
        return rowVersion.ToString();
    }
}
