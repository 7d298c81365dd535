using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>What an id names, seen by who asks.</summary>
internal enum IdCase
{
    Own,
    Missing,
    Foreign,

    /// <summary>Something of one's own that was removed.</summary>
    Removed,

    ForeignRemoved,
}

/// <summary>Somebody who asks for their own town, next to another one.</summary>
internal sealed record Asker(string Name, Actor Actor, PlantedTown Town, PlantedTown Other)
{
    /// <summary>All that must answer alike.</summary>
    public static IReadOnlyList<IdCase> Absent { get; } = [IdCase.Missing, IdCase.Foreign, IdCase.Removed, IdCase.ForeignRemoved];

    public T Pick<T>(IdCase id, Func<PlantedTown, Ids<T>> of, T missing) => id switch
    {
        IdCase.Own => of(Town).Live,
        IdCase.Foreign => of(Other).Live,
        IdCase.Removed => of(Town).Removed,
        IdCase.ForeignRemoved => of(Other).Removed,
        _ => missing,
    };

    public string Item(IdCase id) => Pick(id, t => t.Items, "none-99");

    public string Body(IdCase id) => Pick(id, t => t.Keys, "ags:99999999");

    public string Id(IdCase id, Func<PlantedTown, Ids<Guid>> of) => Pick(id, of, Guid.Parse("0199c000-0000-7000-8000-00000000dead")).ToString();

    /// <summary>Every own id in a text becomes one of the case.</summary>
    public string Replaced(string text, IdCase id)
    {
        text = text.Replace(Item(IdCase.Own), Item(id), StringComparison.Ordinal).Replace(Body(IdCase.Own), Body(id), StringComparison.Ordinal);
        foreach (var of in (Func<PlantedTown, Ids<Guid>>[])[t => t.Members, t => t.Consents, t => t.Received, t => t.Tokens, t => t.Files, t => t.Changes, t => new(t.Body.Value, t.Entered.Value), t => new(t.Links.Live.Id, t.Links.Removed.Id), t => new(t.Questions.Live.Id, t.Questions.Removed.Id)])
            text = text.Replace(Id(IdCase.Own, of), Id(id, of), StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
