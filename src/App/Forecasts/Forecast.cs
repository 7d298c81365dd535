using NodaTime;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Forecasts;

/// <summary>A stored result of a simulation and what it was made from, so that anyone can repeat it.</summary>
public sealed class Forecast : IDerivedRow
{
    /// <summary>The body or, for a region, its coordination office.</summary>
    public required BodyId BodyId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Name of the type of the result.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the body or region.</summary>
    public required string Subject { get; init; }

    public required string Scenario { get; init; }

    /// <summary>True when no lever was moved and no measure assumed: the state as it is.</summary>
    public required bool AsIs { get; init; }

    public string? Provider { get; init; }
    public required int Runs { get; init; }
    public required long Seed { get; init; }
    public required string EngineVersion { get; init; }

    /// <summary>Hash over snapshots, scenario, levers, seed, runs and engine version: equal inputs, equal result.</summary>
    public required string InputHash { get; init; }

    /// <summary>Hashes of the models, by body key, as JSON.</summary>
    public required string Snapshots { get; init; }

    /// <summary>Levers and scenario as JSON.</summary>
    public required string Inputs { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>The result, JSON under Brotli.</summary>
    public required byte[] Packed { get; init; }
}
