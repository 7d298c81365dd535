using System.Text;
using System.Text.RegularExpressions;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>Asks as one asker and writes down what must not be: a mark of others in an answer, a failure, foreign and missing told apart.</summary>
internal sealed partial class Matrix(IsolationHost host, Asker asker)
{
    private static readonly IReadOnlyList<(string Name, string Value)[]> Versions = [[], [("If-Match", "\"1\"")], [("If-None-Match", "*")]];

    private readonly Dictionary<string, IReadOnlyList<PageForm>> forms = new(StringComparer.Ordinal);

    public List<string> Wrong { get; } = [];

    /// <summary>Answers in which the asker's own mark stands.</summary>
    public int OwnSeen { get; private set; }

    /// <summary>
    /// Looks at an endpoint: own, foreign, missing and removed ids in the path and in all parameters of the query at once; closely also in each parameter alone,
    /// in every mixture with the path, and in the cookie that remembers the last body.
    /// </summary>
    public async Task Look(RouteEntry endpoint, bool closely)
    {
        // The description is the same for everybody and takes its time.
        if (!endpoint.Verbs.Contains("GET") || (endpoint.Pattern.EndsWith("/openapi.json", StringComparison.Ordinal) && !closely)) return;
        await Paths(endpoint, async (id, address) =>
        {
            var answer = await Send("GET", address);
            if (id == IdCase.Own && endpoint.Page is not null) forms[endpoint.Pattern] = PageForms.Of(answer);
            return answer;
        });
        var own = endpoint.Address(asker, _ => IdCase.Own);
        var values = endpoint.Queries.Concat(endpoint.Page is null ? [] : ["body"]).Distinct(StringComparer.Ordinal)
            .SelectMany(name => RouteValues.OfQuery(endpoint.Pattern, name).Select(value => (Name: name, Value: value))).ToList();
        string Query(IEnumerable<(string Name, Func<Asker, IdCase, string> Value)> of, IdCase id) => string.Join('&', of.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value(asker, id))}"));
        if (values.Count > 0) await Alike(endpoint.Pattern, "query", values.Select(v => v.Name).FirstOrDefault(n => RouteValues.KnowsRemoved(endpoint.Pattern, n), ""), id => Send("GET", $"{own}?{Query(values.DistinctBy(v => v.Name), id)}"), withOwn: true);
        if (!closely) return;
        if (endpoint.Parameters.Count > 0 && endpoint.Page is not null)
            foreach (var body in Enum.GetValues<IdCase>())
                await Alike(endpoint.Pattern, $"path with ?body={body}", "", id => Send("GET", $"{endpoint.Address(asker, _ => id)}?body={Uri.EscapeDataString(asker.Body(body))}"));
        if (values.Count > 1)
            foreach (var one in values) await Alike(endpoint.Pattern, $"?{one.Name}=", one.Name, id => Send("GET", $"{own}?{Query([one], id)}"), withOwn: true);
        if (endpoint.Page is not null) await Alike(endpoint.Pattern, "cookie", "", id => Send("GET", own, chosen: asker.Body(id)), withOwn: true);
    }

    /// <summary>Posts every form of a page, and what an endpoint takes as a form, with ids of others in the path, the fields and the buttons; last as it stands there.</summary>
    public async Task Post(RouteEntry endpoint, bool closely)
    {
        if (endpoint.IsApi || !endpoint.Verbs.Contains("POST")) return;
        var own = endpoint.Address(asker, _ => IdCase.Own);
        if (endpoint.Page is null)
        {
            await Alike(endpoint.Pattern, "fields", "", async id => await Send("POST", own, Fields(endpoint, id).Content()) is var answer && IsFile(answer) ? answer.Split('\n')[0] : answer);
            if (endpoint.Parameters.Count > 0) await Alike(endpoint.Pattern, "path", "", id => Send("POST", endpoint.Address(asker, _ => id), Fields(endpoint, IdCase.Own).Content()));
            await Send("POST", own, Fields(endpoint, IdCase.Own).Content());
            return;
        }

        foreach (var (i, form) in forms[endpoint.Pattern].Index())
        {
            var address = form.Action is { Length: > 0 } action ? action : own;
            if (endpoint.Parameters.Count > 0) await Alike(endpoint.Pattern, "form to path", "", id => Send("POST", endpoint.Address(asker, _ => id), form.Content()));
            var mixed = $"{address.Split('?')[0]}?body={Uri.EscapeDataString(asker.Body(IdCase.Foreign))}";
            foreach (var to in closely ? [address, mixed] : (string[])[mixed])
            {
                // A form that names nothing does the same each time, and what it makes piles up: it is sent, but there is nothing to tell apart.
                if (!Later(endpoint, form, IdCase.Own).Names(asker)) await Send("POST", to, form.Content());
                else await Alike(endpoint.Pattern, "form", "", id => PostFresh(endpoint, i, Later(endpoint, form, id).With(v => asker.Replaced(v, id)), to));
            }
        }
    }

    /// <summary>Posts the forms of a page as they stand there.</summary>
    public async Task PostOwn(RouteEntry endpoint)
    {
        if (endpoint.Page is null) return;
        foreach (var (i, form) in forms[endpoint.Pattern].Index()) await PostFresh(endpoint, i, Later(endpoint, form, IdCase.Own), form.Action is { Length: > 0 } action ? action : endpoint.Address(asker, _ => IdCase.Own));
    }

    /// <summary>Writes as a program: ids in the path and in the content, with and without versions.</summary>
    public async Task Write(RouteEntry endpoint, string verb)
    {
        var own = endpoint.Address(asker, _ => IdCase.Own);
        var contents = endpoint.Takes is { } type ? JsonBodies.Of(type, IdCase.Own, asker).ToList() : [];
        foreach (var i in Enumerable.Range(0, contents.Count))
            await Alike($"{verb} {endpoint.Pattern}", "content", endpoint.Parameters.Count == 0 ? "key" : "", async id => await Send(verb, own, Json(JsonBodies.Of(endpoint.Takes!, id, asker).ElementAt(i)), null, await Version(endpoint, own)));
        if (endpoint.Parameters.Count > 0)
            foreach (var version in endpoint.Versioned ? Versions : [[]])
                await Paths(endpoint, (_, address) => Send(verb, address, contents is [var content, ..] ? Json(content) : null, null, version));
        foreach (var content in contents) await Send(verb, own, Json(content), null, await Version(endpoint, own));
    }

    // The version that is there now, so that what was changed before does not hide what the content does.
    private async Task<(string, string)[]> Version(RouteEntry endpoint, string address)
    {
        if (!endpoint.Versioned) return [];
        var now = endpoint.Readable ? ETag().Match(await Send("GET", address)) : Match.Empty;
        return [("If-Match", now.Success ? now.Groups[1].Value : "\"1\"")];
    }

    // What a form has saved moves the version on: the next one is sent as if it had been filled after it. Where a form led on, it was taken.
    private async Task<string> PostFresh(RouteEntry endpoint, int index, PageForm form, string to)
    {
        var now = form.IsVersioned ? PageForms.Of(await Send("GET", endpoint.Address(asker, _ => IdCase.Own))).ElementAtOrDefault(index) : null;
        var answer = await Send("POST", to, (now is null ? form : form.At(now)).Content());
        var ends = answer.IndexOf('\n', StringComparison.Ordinal);
        var led = answer[4..ends].Split('?')[0] != endpoint.Address(asker, _ => IdCase.Own);
        return led || IsFile(answer) ? answer[..ends].Split('?')[0] : answer;
    }

    // Every combination of the ids in the path; under a body that is not one's own, what is missing and one's own.
    private async Task Paths(RouteEntry endpoint, Func<IdCase, string, Task<string>> send)
    {
        var names = endpoint.Parameters;
        if (names.Count == 0) await send(IdCase.Own, endpoint.Address(asker, _ => IdCase.Own));
        else if (names.Count == 1) await Alike(endpoint.Pattern, "path", "path", id => send(id, endpoint.Address(asker, _ => id)), withOwn: true);
        else
        {
            await Alike(endpoint.Pattern, names[1], names[1], id => send(id, endpoint.Address(asker, at => at == 0 ? IdCase.Own : id)));
            foreach (var item in (IdCase[])[IdCase.Missing, IdCase.Own])
                await Alike(endpoint.Pattern, names[0], names[0], id => send(id, endpoint.Address(asker, at => at == 0 ? id : item)));
            await send(IdCase.Own, endpoint.Address(asker, _ => IdCase.Own));
        }
    }

    private async Task Alike(string pattern, string what, string name, Func<IdCase, Task<string>> answer, bool withOwn = false)
    {
        var missing = "";
        foreach (var id in Asker.Absent)
        {
            var given = await answer(id);
            if (id == IdCase.Missing) missing = given;
            else if ((id != IdCase.Removed || !RouteValues.KnowsRemoved(pattern[pattern.IndexOf('/', StringComparison.Ordinal)..], name)) && Answers.Difference(missing, given) is { } difference)
                Wrong.Add($"{asker.Name} {pattern}, {what}: {id} differs from missing: {difference}");
        }

        if (withOwn) await answer(IdCase.Own);
    }

    private async Task<string> Send(string verb, string address, HttpContent? content = null, string? chosen = null, params (string Name, string Value)[] headers)
    {
        var answer = await host.Send(asker, verb, address, content, chosen, headers);
        if (answer.StartsWith("500", StringComparison.Ordinal)) Wrong.Add($"{asker.Name} {verb} {address} failed.");
        if (Marks.Foreign(answer, asker.Town.Number) is { Count: > 0 } marks) Wrong.Add($"{asker.Name} {verb} {address} shows {string.Join(", ", marks)}");
        if (answer.Contains(asker.Town.Mark, StringComparison.Ordinal)) OwnSeen++;
        return answer;
    }

    private PageForm Fields(RouteEntry endpoint, IdCase id) => new(null, false, [.. endpoint.Fields.Select(f => KeyValuePair.Create(f, RouteValues.OfForm(endpoint.Pattern, f, id, asker)))]);

    private PageForm Later(RouteEntry endpoint, PageForm form, IdCase id) => RouteValues.LaterFields(endpoint.Pattern) is { Count: > 0 } later
        ? form with { Fields = [.. form.Fields.Where(f => !later.Contains(f.Key)), .. later.Select(f => KeyValuePair.Create(f, RouteValues.OfForm(endpoint.Pattern, f, id, asker)))] }
        : form;

    // It grows with each time it is given out.
    private static bool IsFile(string answer) => answer.Contains("Content-Disposition: attachment", StringComparison.Ordinal);

    [GeneratedRegex("ETag: (\"[^\"]*\")")]
    private static partial Regex ETag();

    private static StringContent Json(string content) => new(content, Encoding.UTF8, "application/json");
}
