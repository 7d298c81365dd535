using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Bodies.Items;

/// <summary>The sections with what is known of them.</summary>
public sealed class ItemSections(IEnumerable<ItemSection> sections, IEnumerable<ItemKind> kinds, IEnumerable<IItemRules> rules)
{
    /// <exception cref="InvalidOperationException">No feature has such a section.</exception>
    public (ItemSection Section, ItemKind Kind, IItemRules? Rules) Of(string name) =>
        (sections.Single(s => s.Name == name), kinds.Single(k => k.Section == name), rules.SingleOrDefault(r => r.Section == name));
}
