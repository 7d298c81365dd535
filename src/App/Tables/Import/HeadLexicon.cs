using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Tables.Model;
using ResilienceMonitor.Tables.Values;

namespace ResilienceMonitor.Tables.Import;

/// <summary>Knows columns by their headings in both languages, with and without what stands in brackets.</summary>
internal static class HeadLexicon
{
    private static readonly Dictionary<(ModelTable Table, TableLanguage Language), Dictionary<string, TableColumn>> Known =
        ModelTables.All.SelectMany(t => TableLanguage.All.Select(l => (t, l))).ToDictionary(k => k, k => Heads(k.t, k.l));

    public static TableColumn? Find(ModelTable table, TableLanguage language, string head) => Find(table, language, FoldedHead.Of(head));

    public static TableColumn? Find(ModelTable table, TableLanguage language, FoldedHead head)
    {
        var heads = Known[(table, language)];
        return heads.GetValueOrDefault(head.Whole) ?? heads.GetValueOrDefault(head.Bare);
    }

    private static Dictionary<string, TableColumn> Heads(ModelTable table, TableLanguage language)
    {
        var heads = table.Columns.ToDictionary(c => Words.Fold(c.Head(table.Name, language)), StringComparer.Ordinal);
        foreach (var bare in table.Columns.GroupBy(c => ImportColumn.Fold(c.Head(table.Name, language))).Where(g => g.Count() == 1)) heads.TryAdd(bare.Key, bare.First());
        return heads;
    }
}
