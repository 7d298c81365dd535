using NodaTime;

namespace ResilienceMonitor.Bodies;

/// <summary>The opening questions beyond state, legal status and inhabitants. Null always means "unknown" and sets a wide default.</summary>
public sealed record StarterAnswers
{
    /// <summary>How many of the twelve questions have been asked one by one; null: none.</summary>
    public int? Asked { get; init; }

    public bool? HospitalInTown { get; init; }

    /// <summary>True: <see cref="BodyContent.Providers"/> is the full list (empty = own data centre). False: hosted somewhere, provider unknown. Null: nothing known.</summary>
    public bool? ProviderKnown { get; init; }

    /// <summary>People in IT, head count.</summary>
    public int? ItStaff { get; init; }

    public int? Workplaces { get; init; }

    /// <summary>Clean devices in stock, never in the network.</summary>
    public int? SpareDevices { get; init; }

    /// <summary>A backup that nobody with all administrator rights can delete.</summary>
    public bool? ProtectedBackup { get; init; }

    /// <summary>When a whole application was last brought back from backup; null: unknown or never, see <see cref="NeverRestored"/>.</summary>
    public LocalDate? LastFullRestore { get; init; }

    public bool? NeverRestored { get; init; }

    /// <summary>The telephone works without the body's own network.</summary>
    public bool? TelephoneSeparate { get; init; }

    public bool? CashDesk { get; init; }

    /// <summary>A neighbour at another provider has agreed, or would, to take over services.</summary>
    public bool? NeighbourElsewhere { get; init; }

    /// <summary>Key of that neighbour.</summary>
    public string? Neighbour { get; init; }
}
