namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>What the parameters of addresses mean. A parameter that does not stand here fails the matrix, with the name of its endpoint.</summary>
internal static class RouteValues
{
    private static readonly string WrongSecret = new('0', 64);

    /// <summary>Parameters of queries that name nothing.</summary>
    private static readonly HashSet<string> NoIds = new(["Done", "done", "refused", "out", "Sent", "Page", "given", "received", "related", "tended", "Kind", "Budget", "runs", "seed", "accuracy", "Hour", "dryRun", "goodRows", "complete", "format", "limit", "again", "hours", "othersStandStill", "budget", "Part", "All"], StringComparer.Ordinal);

    /// <summary>The value of a parameter in a path.</summary>
    public static string OfPath(string pattern, string name, IdCase id, Asker asker) => (pattern.Split('/')[1], name.ToLowerInvariant()) switch
    {
        ("bodies", "key") or ("api", "body") => asker.Body(id),
        ("services" or "resources" or "measures" or "simulation" or "progress", "key") or ("api", "key") => asker.Item(id),
        ("bodies", "number") => "1",
        ("handbook", "chapter") => "first-hour",
        ("api" or "council-paper", "kind") => "council-paper",
        ("tables" or "providers", "key") => asker.Item(id),
        ("people", "user") or ("api", "user") => asker.Id(id, t => t.Members),
        ("consents", "id") => asker.Id(id, t => t.Received),
        ("api", "id") => asker.Id(id, t => pattern.Contains("tokens", StringComparison.Ordinal) ? t.Tokens : t.Consents),
        ("api", "change") => asker.Id(id, t => t.Changes),
        ("join", "link") => Link(asker, id, t => t.Links),
        ("answer", "link") => Link(asker, id, t => t.Questions),
        ("welcome", "secret") or ("sign-in", "provider" or "key") => asker.Item(id),
        _ => throw new InvalidOperationException($"{pattern}: say in {nameof(RouteValues)} what own, foreign, missing and removed values of {{{name}}} are."),
    };

    /// <summary>The values of a parameter in a query; none: it names nothing.</summary>
    public static IEnumerable<Func<Asker, IdCase, string>> OfQuery(string pattern, string name) => name switch
    {
        "body" or "Of" or "Provider" => [(a, id) => a.Body(id)],
        "Subject" => [(a, id) => a.Body(id), (a, id) => $"region:{a.Item(id)}", (a, id) => $"customers:{a.Body(id)}", (a, id) => $"district:{a.Body(id)}"],
        "Scenario" or "scenario" or "Beside" or "Item" or "At" or "Search" or "search" or "service" or "after" or "Measure" or "Keys" or "Template" or "Words" or "q" => [(a, id) => a.Item(id)],
        "Change" => [(a, id) => a.Id(id, t => t.Changes)],
        "From" => [(a, id) => a.Item(id), (a, id) => $"/{a.Body(id)}"],
        "What1" => [(a, id) => $"Service:{a.Item(id)}", (a, id) => $"Resource:{a.Item(id)}", (a, id) => $"Gate:{a.Item(id)}"],
        "back" => [(a, id) => $"service:{a.Item(id)}@1", (a, id) => $"resource:{a.Item(id)}@1"],
        "returnUrl" => [(a, id) => $"/services/{a.Item(id)}?body={a.Body(id)}"],
        _ when NoIds.Contains(name) => [],
        _ => throw new InvalidOperationException($"{pattern}: say in {nameof(RouteValues)} what own, foreign, missing and removed values of ?{name}= are, or that it names nothing."),
    };

    /// <summary>Fields that stand on a page only after its first step.</summary>
    public static IReadOnlyList<string> LaterFields(string pattern) => pattern == "/bodies/import" ? ["kept", "do"] : pattern == "/tables/import" ? ["kept", "state", "do"] : [];

    /// <summary>The value of a field of a form.</summary>
    public static string OfForm(string pattern, string name, IdCase id, Asker asker) => name switch
    {
        "body" => asker.Body(id),
        "next" or "returnUrl" => $"/services/{asker.Item(id)}?body={asker.Body(id)}",
        "kept" => asker.Id(id, t => t.Files),
        "format" => pattern.StartsWith("/tables", StringComparison.Ordinal) ? "Csv" : "JsonLines",
        "do" => "check",
        "complete" => "services",
        "state" => "",
        "language" => "de",
        "theme" => "auto",
        "purpose" or "note" or "credential" or "again" or "name" => "x",
        _ => throw new InvalidOperationException($"{pattern}: say in {nameof(RouteValues)} what the field {name} is."),
    };

    /// <summary>
    /// Where one's own removed things are known on purpose: they stand in the history, are revoked once more, brought back, or their key is never given to anything else.
    /// </summary>
    public static bool KnowsRemoved(string pattern, string name) => (pattern, name) is
        ("/trail", "Item")
        or ("/api/v1/bodies/{body}/restoration", _)
        or ("/api/v1/bodies/{body}/consents/{id}" or "/api/v1/bodies/{body}/tokens/{id}", "id")
        or ("/api/v1/bodies" or "/api/v1/packages", "key");

    // Whoever holds the secret of a link of others may see what it opens; here its id is known but not its secret.
    private static string Link(Asker asker, IdCase id, Func<PlantedTown, Ids<ResilienceMonitor.Platform.Identity.LinkSecret>> of)
    {
        var missing = new ResilienceMonitor.Platform.Identity.LinkSecret(new(Guid.Parse("0199c000-0000-7000-8000-00000000beef")), Guid.Parse("0199c000-0000-7000-8000-00000000dead"), WrongSecret);
        var link = id switch { IdCase.Own => of(asker.Town).Live, IdCase.Removed => of(asker.Town).Removed, IdCase.Foreign => of(asker.Other).Live, IdCase.ForeignRemoved => of(asker.Other).Removed, _ => missing };
        return (id is IdCase.Foreign or IdCase.ForeignRemoved ? link with { Secret = WrongSecret } : link).Write();
    }
}
