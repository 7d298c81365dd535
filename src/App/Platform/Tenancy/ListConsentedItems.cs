using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>What of the acting body can be let see one by one, by name.</summary>
public sealed class ListConsentedItems(IEnumerable<IConsentedBlock> blocks, Actor actor)
{
    public async Task<IReadOnlyList<ConsentedItem>> Run(CancellationToken ct)
    {
        actor.Must(Consents.Edit);
        if (actor.Scope.Acting is not { } body) return [];
        var items = new List<ConsentedItem>();
        foreach (var block in blocks) items.AddRange(await block.Items(body, ct));
        return [.. items.OrderBy(i => i.Name, GermanOrder.Comparer).ThenBy(i => i.Block, StringComparer.Ordinal)];
    }
}
