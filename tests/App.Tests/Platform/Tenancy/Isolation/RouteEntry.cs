using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Forecasts.Api;
using ResilienceMonitor.Platform.Api;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>An entry of the routing table.</summary>
/// <param name="Pattern">Its address with parameters.</param>
/// <param name="Verbs">Its verbs.</param>
/// <param name="Page">The page, if it is one.</param>
/// <param name="Queries">Parameters of its query.</param>
/// <param name="Fields">Fields of a form that its handler reads.</param>
/// <param name="Takes">What it takes as JSON.</param>
/// <param name="Versioned">True when a change names the version it replaces.</param>
/// <param name="Readable">True when the same address can be read.</param>
internal sealed partial record RouteEntry(string Pattern, IReadOnlyList<string> Verbs, Type? Page, IReadOnlyList<string> Queries, IReadOnlyList<string> Fields, Type? Takes, bool Versioned, bool Readable)
{
    private static readonly string[] Selection = ["Subject", "Scenario", "Provider", "Beside"];
    private static readonly Lazy<Dictionary<string, string>> Sources = new(() => Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src", "App"), "*.razor", SearchOption.AllDirectories)
        .Where(f => f.EndsWith("Page.razor", StringComparison.Ordinal)).ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal));

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Names of the parameters of the path, in order.</summary>
    public IReadOnlyList<string> Parameters => [.. Parameter().Matches(Pattern).Select(m => m.Groups[1].Value)];

    /// <summary>The whole routing table, but for files.</summary>
    public static IReadOnlyList<RouteEntry> Of(IServiceProvider services)
    {
        var all = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !e.RoutePattern.RawText!.Contains("{**", StringComparison.Ordinal)).ToList();
        var readable = all.Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false).Select(e => e.RoutePattern.RawText!).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(e => Of(e, readable)).OrderBy(e => e.Pattern, StringComparer.Ordinal)];
    }

    /// <summary>The address with a value for each parameter.</summary>
    public string Address(Asker asker, Func<int, IdCase> ids)
    {
        var at = 0;
        return Parameter().Replace(Pattern, m => Uri.EscapeDataString(RouteValues.OfPath(Pattern, m.Groups[1].Value, ids(at++), asker)));
    }

    /// <summary>What nobody has said yet of this endpoint.</summary>
    public IEnumerable<string> Unknown(Asker asker)
    {
        var questions = Queries.Select(q => (Action)(() => RouteValues.OfQuery(Pattern, q)))
            .Concat(Parameters.Select(p => (Action)(() => RouteValues.OfPath(Pattern, p, IdCase.Own, asker))))
            .Concat(Fields.Select(f => (Action)(() => RouteValues.OfForm(Pattern, f, IdCase.Own, asker))))
            .Concat(Takes is null ? [] : [() => _ = JsonBodies.Of(Takes, IdCase.Own, asker).Count()]);
        foreach (var question in questions)
            if (Record.Exception(question) is { } unknown) yield return unknown.Message;
    }

    private static RouteEntry Of(RouteEndpoint endpoint, IReadOnlySet<string> readable)
    {
        var (pattern, page) = ("/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type);
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var inPath = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var queries = page is not null ? QueriesOf(page) : handler.Where(p => p.GetCustomAttribute<FromFormAttribute>() is null && IsSimple(p.ParameterType) && !inPath.Contains(p.Name!)).Select(p => p.Name!);
        if (endpoint.Metadata.GetMetadata<PagedMark>() is not null) queries = queries.Append("after");
        if (endpoint.Metadata.GetMetadata<SelectionMark>() is not null) queries = queries.Append("scenario");
        if (pattern is "/simulation/curve" or "/council-paper/file/{kind}" or "/situation-report/file") queries = queries.Concat(Selection);
        return new(
            pattern,
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"],
            page,
            [.. queries.Distinct(StringComparer.Ordinal)],
            [.. handler.Where(p => p.GetCustomAttribute<FromFormAttribute>() is not null).Select(p => p.Name!)],
            pattern.StartsWith("/api/", StringComparison.Ordinal) ? endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType : null,
            endpoint.Metadata.GetMetadata<VersionMark>() is not null,
            readable.Contains(endpoint.RoutePattern.RawText!));
    }

    // What the framework binds, and what a page reads by hand.
    private static IEnumerable<string> QueriesOf(Type page)
    {
        foreach (var property in page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy))
            if (property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } bound) yield return bound.Name ?? property.Name;
        var source = Sources.Value[page.Name];
        foreach (Match read in Read().Matches(source)) yield return read.Groups[1].Value is { Length: > 0 } name ? name : "body";
        if (source.Contains("SelectionQuery.Read", StringComparison.Ordinal) || source.Contains("PaperForm.Read", StringComparison.Ordinal))
            foreach (var name in Selection) yield return name;
        if (source.Contains("PaperForm.Read", StringComparison.Ordinal)) yield return "Measure";
        if (source.Contains("SoFarForm.Read", StringComparison.Ordinal)) yield return "What1";
    }

    private static bool IsSimple(Type type) => type == typeof(string) || type == typeof(string[]) || (Nullable.GetUnderlyingType(type) ?? type) is { IsPrimitive: true };

    [GeneratedRegex(@"\{(\w+)(?::[^}]*)?\??\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("""Request\.Query\[(?:"(\w+)"|CurrentBody\.Query)\]""")]
    private static partial Regex Read();
}
