using ResilienceMonitor.Bodies;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Scenarios;
using ResilienceMonitor.Services;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Tables.Lists;

namespace ResilienceMonitor.Overview.Search;

/// <summary>Searches everything a body has, the terms of the glossary and the pages. Nothing of other bodies is looked at.</summary>
public sealed class SearchEverything(
    OpenModel models, MeasureList measures, ScenarioList scenarios, Discussion discussion, SearchedPages pages, ItemNames names, ListWords usual, ReferenceData reference, Actor actor)
{
    /// <summary>What was found, by sort; sorts without a hit are left out.</summary>
    /// <param name="body">Whose; it goes along in every address.</param>
    /// <param name="typed">Words, all of which must occur.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<Result<IReadOnlyList<FoundGroup>>> Run(Body body, string typed, CancellationToken ct)
    {
        actor.Must(ServicesFeature.View);
        var words = new FoldedWords(typed);
        if (!words.Any) return new List<FoundGroup>();
        if (typed.Length > Limits.NameLength) return Refusal.Of<SearchTexts>("too-long", Limits.NameLength);
        var opened = await models.Run(body, ct);
        if (opened.Refusal is { } refusal) return refusal;
        var (view, model) = (opened.Value, opened.Value.Model);
        var own = await measures.Of(body.BodyId, ct);
        IReadOnlyList<FoundGroup> groups =
        [
            Group("services", model.Services.Where(s => words.Match([.. Names(s.Key, s.Value), .. s.Value.LeikaKeys, s.Value.ProductNumber]) || s.Key == usual.Service(model, typed))
                .Select(s => new FoundItem(names.Of(s.Key, s.Value), Address(body, $"/services/{Uri.EscapeDataString(s.Key)}")))),
            Group("resources", view.Resources.Where(r => view.Find(r) is { } found && (words.Match(Names(r.Key, found)) || (found.CatalogueKey ?? r.Key) == usual.Application(model, typed)))
                .Select(r => new FoundItem(view.NameOf(r), ModelAddress.Resource(view, r), view.IsOwn(r) ? null : view.NameOfBody(r.Body)))),
            Group("segments", Items(model.Segments, words, _ => []).Select(i => new FoundItem(i.Name, Address(body, "/resources")))),
            Group("measures", Items(own, words, m => [m.Description?.ToString()]).Select(i => new FoundItem(i.Name, Address(body, $"/measures/{i.Key}/comments")))),
            Group("scenarios", (await scenarios.Of(body.BodyId, ct)).Where(s => words.Match(names.Of(s.Key, s.Value), s.Value.Title?.ToString(), s.Value.Description?.ToString()))
                .Select(s => new FoundItem(s.Value.Title?.ToString() ?? names.Of(s.Key, s.Value), $"/simulation?Subject={Uri.EscapeDataString(body.Key)}&Scenario={Uri.EscapeDataString(s.Key)}"))),
            Group("comments", (await discussion.Newest(body.BodyId, ct)).Where(c => words.Match(c.Text)).Select(c => Comment(body, model, own, c))),
            Group("terms", reference.Read<GlossaryEntry>("glossary").Entries.Values.Where(t => words.Match(t.Name.ToString(), t.Explanation.ToString())).Select(t => new FoundItem(t.Name.ToString(), null, t.Explanation.ToString()))),
            Group("pages", pages.All().Where(p => words.Match(p.Name)).Select(p => new FoundItem(p.Name, Address(body, p.Href)))),
        ];
        return groups.Where(g => g.Total > 0).ToList();
    }

    private static FoundGroup Group(string sort, IEnumerable<FoundItem> found)
    {
        var all = found.OrderBy(f => f.Name, GermanOrder.Comparer).ToList();
        return new(sort, [.. all.Take(Limits.FoundPerSort)], all.Count);
    }

    private IEnumerable<(string Key, string Name)> Items<T>(IReadOnlyDictionary<string, T> items, FoldedWords words, Func<T, IEnumerable<string?>> more) where T : ItemContent =>
        items.Where(i => words.Match([.. Names(i.Key, i.Value), .. more(i.Value)]))
            .Select(i => (Uri.EscapeDataString(i.Key), names.Of(i.Key, i.Value)));

    // By its own name and by the catalogue's.
    private IEnumerable<string?> Names(string key, ItemContent item) => [names.Of(key, item), item.CatalogueKey is { } entry ? names.Of(key, null, entry) : null];

    private FoundItem Comment(Body body, BodyModel model, IReadOnlyDictionary<string, MeasureContent> own, Comment comment)
    {
        ItemContent? item = comment.Section switch
        {
            "services" => model.Services.GetValueOrDefault(comment.ItemKey),
            "resources" => model.Resources.GetValueOrDefault(comment.ItemKey),
            _ => own.GetValueOrDefault(comment.ItemKey),
        };
        var page = $"/{comment.Section}/{Uri.EscapeDataString(comment.ItemKey)}{(comment.Section == CommentedMeasures.Measures ? "/comments" : "")}";
        return new(names.Of(comment.ItemKey, item), item is null ? null : $"{Address(body, page)}#comments", comment.Text);
    }

    private static string Address(Body body, string page) => $"{page}?{CurrentBody.Query}={Uri.EscapeDataString(body.Key)}";
}
