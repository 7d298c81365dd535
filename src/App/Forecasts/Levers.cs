using NodaTime;
using ResilienceMonitor.Measures;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Forecasts;

/// <summary>The main levers people move to see what changes. Null: as in the model.</summary>
public sealed record Levers
{
    /// <summary>Own IT people.</summary>
    public int? ItPeople { get; init; }

    /// <summary>People who come to help.</summary>
    public int? Helpers { get; init; }

    /// <summary>Days until they arrive.</summary>
    public double? HelpDays { get; init; }

    /// <summary>Chance that backups are usable, in percent.</summary>
    public int? BackupPercent { get; init; }

    /// <summary>Length of detection, forensics and clean network in percent of the default.</summary>
    public int? GatePercent { get; init; }

    /// <summary>Share of workplaces for which clean devices are in stock, in percent.</summary>
    public int? SparePercent { get; init; }

    /// <summary>All substitutes are prepared (true) or none (false).</summary>
    public bool? Prepared { get; init; }

    private static readonly MeasureContent Template = new() { Effects = [], Origin = new Origin(OriginKind.Person, LocalDate.MinIsoValue) };

    public bool Moved => this != new Levers();

    /// <summary>The levers as measures, one that acts on the bodies and one that acts on their provider: a lever changes the outage, whoever restores.</summary>
    public IEnumerable<MeasureContent> AsMeasures()
    {
        var effects = Effects().ToList();
        if (effects.Count == 0) yield break;
        yield return Template with { Effects = effects, ByProvider = false };
        yield return Template with { Effects = [.. effects.Where(e => e.Parameter is not MeasureParameter.SubstitutePrepared)], ByProvider = true };
    }

    private IEnumerable<MeasureEffect> Effects()
    {
        if (ItPeople is { } people) yield return Set(MeasureParameter.TeamPeople, people);
        if (Helpers is { } helpers) yield return Set(MeasureParameter.HelpPeople, helpers);
        if (HelpDays is { } days) yield return Set(MeasureParameter.HelpDelayHours, days * 24);
        if (BackupPercent is { } backup) yield return Set(MeasureParameter.BackupUsable, backup / 100.0);
        if (GatePercent is { } gates) yield return Set(MeasureParameter.GateDuration, gates / 100.0) with { Operation = EffectOperation.Multiply };
        if (SparePercent is { } spare) yield return Set(MeasureParameter.SpareClientShare, spare / 100.0);
        if (Prepared is { } prepared) yield return Set(MeasureParameter.SubstitutePrepared, prepared ? 1 : 0);
    }

    private static MeasureEffect Set(MeasureParameter parameter, double value) => new() { Parameter = parameter, Operation = EffectOperation.Set, Value = value };
}
