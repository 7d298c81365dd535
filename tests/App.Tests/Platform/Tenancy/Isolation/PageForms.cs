using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>The forms of a page, once for each of their buttons that has a name.</summary>
internal static class PageForms
{
    public static IReadOnlyList<PageForm> Of(string answer) => answer.Contains("<form", StringComparison.Ordinal)
        ? [.. new HtmlParser().ParseDocument(answer).QuerySelectorAll<IHtmlFormElement>("main form[method=post]").SelectMany(Of)]
        : [];

    private static IEnumerable<PageForm> Of(IHtmlFormElement form)
    {
        var fields = form.QuerySelectorAll("input, select, textarea").SelectMany(ValuesOf).ToList();
        var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.Name is { Length: > 0 }).Select(b => KeyValuePair.Create(b.Name!, b.Value)).DistinctBy(b => (b.Key, b.Value.Length)).ToList();
        var multipart = form.GetAttribute("enctype") == "multipart/form-data";
        return buttons.Count == 0 ? [new(form.GetAttribute("action"), multipart, fields)] : buttons.Select(b => new PageForm(form.GetAttribute("action"), multipart, [.. fields, b]));
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(IElement field) => field switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name, Type: not "file" } input when input.Type is not ("checkbox" or "radio" or "submit") || input.IsChecked => [new(name, input.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [new(name, select.Value ?? "")],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [new(name, area.Value)],
        _ => [],
    };
}

/// <summary>A form as it stands on a page.</summary>
/// <param name="Action">Where it goes; null: to its page.</param>
/// <param name="Multipart">How it is sent.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record PageForm(string? Action, bool Multipart, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public PageForm With(Func<string, string> change) => this with { Fields = [.. Fields.Select(f => KeyValuePair.Create(f.Key, f.Key == "__RequestVerificationToken" ? f.Value : change(f.Value)))] };

    public bool IsVersioned => Fields.Any(IsVersion);

    /// <summary>The same, filled after a later version was read.</summary>
    public PageForm At(PageForm later) => this with
    {
        Fields = [.. Fields.Select(f => IsVersion(f) ? KeyValuePair.Create(f.Key, later.Fields.FirstOrDefault(l => l.Key == f.Key, f).Value) : f)],
    };

    private static bool IsVersion(KeyValuePair<string, string> field) => field.Key.EndsWith("Version", StringComparison.Ordinal);

    /// <summary>True when a field or a button names something of the asker.</summary>
    public bool Names(Asker asker) => Fields.Any(f => f.Key != "__RequestVerificationToken" && asker.Replaced(f.Value, IdCase.Missing) != f.Value);

    public HttpContent Content()
    {
        if (!Multipart) return new FormUrlEncodedContent(Fields);
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in Fields) parts.Add(new StringContent(value), name);
        return parts;
    }
}
