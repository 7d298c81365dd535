using Microsoft.AspNetCore.Components;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Ui.Layout;

namespace ResilienceMonitor.Services.Pages;

/// <summary>What the pages of services and resources have in common: they show the model of the chosen body.</summary>
public abstract class ModelPage : ComponentBase
{
    [SupplyParameterFromQuery(Name = CurrentBody.Query)] public string? BodyKey { get; set; }

    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter] protected HttpContext? Http { get; set; }

    /// <summary>Null: there is no body yet, or its model cannot be read.</summary>
    protected ModelView? View { get; private set; }

    /// <summary>Why the model cannot be read.</summary>
    protected Refusal? Problem { get; private set; }

    protected CancellationToken Ct => Http?.RequestAborted ?? CancellationToken.None;

    [Inject] private ChosenBody Chosen { get; set; } = default!;

    [Inject] private OpenModel Open { get; set; } = default!;

    protected sealed override async Task OnInitializedAsync()
    {
        if (await Chosen.Find(BodyKey, Ct) is not { } body) return;
        var opened = await Open.Run(body, Ct);
        if (opened.Refusal is { } refusal)
        {
            Problem = refusal;
            return;
        }

        await Load(opened.Value);
        View = opened.Value;
    }

    /// <summary>What the page needs beyond the model.</summary>
    protected virtual Task Load(ModelView view) => Task.CompletedTask;
}
