using Microsoft.AspNetCore.Components;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Pages;

/// <summary>What the page of a service and that of a resource have in common: the history, and taking a change back.</summary>
public abstract class ItemPage : ModelPage
{
    [Parameter] public string Key { get; set; } = "";

    /// <summary>What the last step did.</summary>
    [SupplyParameterFromQuery] public string? Done { get; set; }

    /// <summary>Id of the change to take back.</summary>
    [SupplyParameterFromForm(FormName = "undo")] public string? Change { get; set; }

    protected IReadOnlyList<PastChange> Changes { get; private set; } = [];

    protected Refusal? Refused { get; private set; }

    [Inject] private ItemHistory History { get; set; } = default!;

    [Inject] private UndoModelChange Undo { get; set; } = default!;

    protected async Task LoadHistory(ModelView view, string section, ItemContent content) =>
        Changes = await History.Run(view.Body, section, Key, content, Ct);

    protected async Task TakeBack(string address)
    {
        if (View is null || !Guid.TryParse(Change, out var id)) return;
        var undone = await Undo.Run(View.Body.Key, id, Ct);
        Refused = undone.Refusal;
        if (Refused is null) Navigation.NavigateTo($"{address}&done={ItemStatus.Undone}");
    }
}
