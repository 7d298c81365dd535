using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>A resource of the catalogue, for a body with <c>reference-workplaces</c> workplaces.</summary>
public sealed record ResourceEntry
{
    /// <summary>Short code of the catalogue, for example A01 (application), B01 (base IT), D01 (device), R01 (register).</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>What a reader who is not from IT should know about it.</summary>
    public LocalText? Explanation { get; init; }

    public required ResourceKind Kind { get; init; }
    public required Place Place { get; init; }
    public Reach Reach { get; init; }

    /// <summary>Inhabitants from which a body usually has it; a smaller one works without it.</summary>
    public int FromSize { get; init; }

    /// <summary>Run by the second provider when a body has one (payroll).</summary>
    public bool SecondProvider { get; init; }

    /// <summary>Key of the segment it falls with; null: alone.</summary>
    public string? Segment { get; init; }

    /// <summary>Segment of a telephone system that works apart from the network of the body; what it shares with that network it then does not need.</summary>
    public string? SeparateSegment { get; init; }

    public WorkScale Scale { get; init; }

    /// <summary>Person-hours to restore it.</summary>
    public Spread? RestoreWork { get; init; }

    public int MaxPeople { get; init; } = 1;
    public Spread? WaitingHours { get; init; }

    /// <summary>True: its data lie in the backup, whose quality the answers tell.</summary>
    public bool Backup { get; init; }

    /// <summary>Factor on the work when the backup is lost; null: the general one.</summary>
    public double? RebuildFactor { get; init; }

    public double ReplacementEuro { get; init; }

    /// <summary>Groups of which one member is enough; <c>centre/key</c> means the resource at the data centre even if the body has one of its own.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Needs { get; init; } = [];

    /// <summary>What must be there before its restoration starts, beside its needs.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RestartAfter { get; init; } = [];

    /// <summary>Key of the suite it is a module of: both fall and return together.</summary>
    public string? ModuleOf { get; init; }

    /// <summary>Product names in municipal lists, only to recognise rows on import.</summary>
    public IReadOnlyList<string> KnownAs { get; init; } = [];

    public required IReadOnlyDictionary<string, string> Basis { get; init; }
}

/// <summary>Where a resource usually runs.</summary>
public enum Place
{
    /// <summary>At the body itself, hosted or not.</summary>
    House,

    /// <summary>In the data centre: the shared provider's, else the body's own.</summary>
    Centre,

    /// <summary>Both at the body and at its provider, each has one.</summary>
    Both,

    /// <summary>A link that only hosted bodies have.</summary>
    Hosted,

    /// <summary>In a vendor's cloud.</summary>
    Vendor,

    /// <summary>Run by the state, the federation or another outside office.</summary>
    State,

    /// <summary>Run by the district.</summary>
    District,
}

/// <summary>Which bodies have a resource at all.</summary>
public enum Reach
{
    /// <summary>Those of whose own services one needs it.</summary>
    WhenNeeded,

    /// <summary>All from its size on.</summary>
    Everybody,

    /// <summary>Districts and independent cities, from its size on.</summary>
    DistrictLevel,
}

/// <summary>How work grows with the number of workplaces.</summary>
public enum WorkScale
{
    /// <summary>No work, or the same for every size.</summary>
    None,
    Base,
    Application,
    Fleet,
}
