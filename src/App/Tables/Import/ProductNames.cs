using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Recognises the function behind the name of a product, as lists of applications write it: "Meso neu" is the population register.</summary>
public sealed class ProductNames
{
    // Longest first: "SAP HCM" is not "SAP".
    private readonly IReadOnlyList<(string Words, string Function)> known;

    public ProductNames(ReferenceData reference) => known =
        [.. reference.Read<ProductEntry>("products").Entries.SelectMany(e => e.Value.WrittenAs.Select(p => (Bounded(p), e.Key))).OrderByDescending(p => p.Item1.Length).ThenBy(p => p.Item1, StringComparer.Ordinal)];

    /// <summary>Catalogue key of the function; null: no product is known in the name.</summary>
    public string? Find(string name) => Bounded(name) is var words && known.FirstOrDefault(p => words.Contains(p.Words, StringComparison.Ordinal)) is { Function: { } function } ? function : null;

    // Whole words only: "vis" is no part of "Advis".
    private static string Bounded(string name) => $"-{Words.Slug(name)}-";
}

/// <summary>A function and how lists write products for it.</summary>
/// <param name="WrittenAs">Names of products.</param>
/// <param name="Basis">Where that is known from.</param>
public sealed record ProductEntry(IReadOnlyList<string> WrittenAs, IReadOnlyDictionary<string, string> Basis);
