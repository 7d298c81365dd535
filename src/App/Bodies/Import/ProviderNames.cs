using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

namespace ResilienceMonitor.Bodies.Import;

/// <summary>The providers a list names; the first spelling counts.</summary>
internal sealed class ProviderNames
{
    /// <summary>Hosted somewhere, nobody says where: each body by itself, so that two of them are not taken for customers of one provider.</summary>
    private static readonly string[] Unknown = ["other", "unknown", "andere", "anderer", "sonstige", "sonstiger", "unbekannt"];

    private static readonly string[] Own = ["own", "none", "owndatacentre", "eigen", "eigenes", "eigenesrechenzentrum", "eigenerbetrieb", "keiner"];

    private readonly Dictionary<string, (string Name, int Row)> _names = new(StringComparer.Ordinal);

    /// <summary>What a cell says: providers and whether they are known, as <see cref="StarterAnswers.ProviderKnown"/> means it.</summary>
    public (IReadOnlyList<string> Keys, bool? Known) Read(ImportRow row, ImportColumn column)
    {
        var name = row[column];
        if (name.Length == 0)
            return ([], null);
        var folded = Words.Fold(name);
        if (Unknown.Contains(folded))
            return ([], false);
        if (Own.Contains(folded))
            return ([], true);
        if (BodyKeys.Provider(name) is not { } key || name.Length > Limits.NameLength || !ShownText.IsPlain(name))
        {
            row.Error(column, ImportCode.ProviderName, name);
            return ([], null);
        }

        if (!_names.TryAdd(key, (name, row.Number)) && _names[key].Name != name)
            row.Warn(column, ImportCode.ProviderSpelling, name, _names[key].Name);
        return ([key], true);
    }

    public IReadOnlyList<PlannedBody> Planned(Origin origin) =>
    [
        .. _names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => new PlannedBody(
            n.Key,
            new BodyContent { Kind = BodyKind.Provider, LegalStatus = LegalStatus.None, Name = n.Value.Name, Origin = origin },
            n.Value.Name,
            n.Value.Row,
            // Lists abbreviate; the name a provider goes by here is not theirs to change.
            [BodyField.Kind])),
    ];
}
