using NodaTime;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Services.Statements;

/// <summary>
/// What a provider says of its restart: its own, under <see cref="Own"/>, or one that a customer was given, under the key of the provider.
/// </summary>
public sealed class Statement : ModelItem<StatementContent>
{
    /// <summary>Key of what a provider says of itself.</summary>
    public const string Own = "own";
}

/// <summary>Answers to the questions of the catalogue <c>provider-questions</c>. Null: not answered.</summary>
public sealed record StatementContent : ItemContent
{
    /// <summary>Day on which the provider said it.</summary>
    public required LocalDate StatedOn { get; init; }

    /// <summary>In which order customers come back, and which place this one has.</summary>
    public string? Order { get; init; }

    /// <summary>Hours within which it promises that applications are back after a total outage.</summary>
    public double? PromisedHours { get; init; }

    /// <summary>The promise stands in the contract.</summary>
    public bool? Binding { get; init; }

    /// <summary>When a whole application was last brought back from backup.</summary>
    public LocalDate? LastFullRestore { get; init; }

    /// <summary>Hours that took.</summary>
    public double? RestoreHours { get; init; }

    /// <summary>There is a backup that nobody with all administrator rights can delete.</summary>
    public bool? ProtectedBackup { get; init; }

    /// <summary>People who can restore at the same time.</summary>
    public int? RestoreStaff { get; init; }

    /// <summary>Where customers reach it when mail and telephone of both have failed.</summary>
    public string? Contact { get; init; }

    /// <summary>Under which conditions a customer is cut off and connected again.</summary>
    public string? Reconnection { get; init; }

    /// <summary>When it last exercised an outage together with customers.</summary>
    public LocalDate? LastExercise { get; init; }

    /// <summary>What the starter model of a provider nobody has described takes from it.</summary>
    public StarterAnswers AppliedTo(StarterAnswers answers) => answers with
    {
        LastFullRestore = LastFullRestore ?? answers.LastFullRestore,
        ProtectedBackup = ProtectedBackup ?? answers.ProtectedBackup,
        ItStaff = RestoreStaff ?? answers.ItStaff,
    };
}
