namespace ResilienceMonitor.Services.Copying;

/// <summary>
/// What others may take over from a service: what it needs, how it goes on without its IT, and what is due. It says what is needed by catalogue key, kind and
/// name, and nothing of how anything is restored; people and partners are not named.
/// </summary>
public sealed record ServiceTemplate
{
    public required string Key { get; init; }
    public string? CatalogueKey { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<IReadOnlyList<TemplateMember>> Needs { get; init; } = [];
    public IReadOnlyList<TemplateSubstitute> Substitutes { get; init; } = [];
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    /// <param name="key">Key of the service.</param>
    /// <param name="service">Its values.</param>
    /// <param name="find">Finds a resource by the reference in a need; null: nothing is known of it.</param>
    public static ServiceTemplate Of(string key, ServiceContent service, Func<string, ResourceContent?> find) => new()
    {
        Key = key,
        CatalogueKey = service.CatalogueKey,
        Name = service.Name,
        Needs = Members(service.Needs, find),
        Substitutes = [.. service.Substitutes.Select(s => new TemplateSubstitute(s with { Needs = [], Partner = null, Prepared = false, Tested = null }, Members(s.Needs, find)))],
        Deadlines = service.Deadlines,
    };

    private static IReadOnlyList<IReadOnlyList<TemplateMember>> Members(IReadOnlyList<NeedGroup> needs, Func<string, ResourceContent?> find) =>
        [.. needs.Select(g => (IReadOnlyList<TemplateMember>)[.. g.Members.Select(m => TemplateMember.Of(m, find(m.Resource)))])];
}

/// <summary>A way to deliver a service without its IT, and what it needs itself.</summary>
public sealed record TemplateSubstitute(Substitute Substitute, IReadOnlyList<IReadOnlyList<TemplateMember>> Needs);

/// <summary>Something a service needs, as others can find it in their own model.</summary>
/// <param name="Key">Its key, without the body that runs it.</param>
/// <param name="CatalogueKey">Its entry in the catalogue; null: it is not from there.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its own name; null: it has none, or it could name a person.</param>
/// <param name="Capacity">Share of normal capacity reached with it.</param>
public sealed record TemplateMember(string Key, string? CatalogueKey, ResourceKind Kind, string? Name, double Capacity)
{
    public static TemplateMember Of(NeedMember member, ResourceContent? resource)
    {
        var key = member.Resource[(member.Resource.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return resource switch
        {
            null => new(key, null, ResourceKind.Application, null, member.Capacity),
            { Kind: ResourceKind.Staff } => new(resource.CatalogueKey ?? "staff", resource.CatalogueKey, resource.Kind, null, member.Capacity),
            _ => new(key, resource.CatalogueKey, resource.Kind, resource.Name, member.Capacity),
        };
    }
}
