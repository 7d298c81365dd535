namespace ResilienceMonitor.Platform.Reference;

/// <summary>An entry that holds the content of an item as it is stored, with the basis of its numbers beside it.</summary>
/// <param name="Basis">By property name: id of a source, or <c>assumption</c>; <c>*</c> stands for all others.</param>
/// <param name="Content">The content; its origin and catalogue key are filled in by the loader.</param>
public sealed record CatalogueItem<T>(IReadOnlyDictionary<string, string> Basis, T Content);
