using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation;
using ResilienceMonitor.Simulation.Inputs;
using ResilienceMonitor.Simulation.Results;

namespace ResilienceMonitor.Forecasts;

/// <summary>Simulates a selection and keeps the result; the same inputs are computed once.</summary>
public sealed class SimulateOutage(AppDb db, PrepareOutage prepare, SnapshotStore snapshots, Actor actor, IClock clock)
{
    private static readonly JsonSerializerOptions Stored = new(CanonicalJson.Options) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public async Task<Result<SimulatedOutage>> Run(Selection selection, IProgress<double>? progress, CancellationToken ct)
    {
        actor.Must(ForecastsFeature.Simulate);
        var prepared = await prepare.Run(selection, ct);
        if (prepared.Refusal is { } refusal) return refusal;
        var outage = prepared.Value;
        var hashes = outage.Inputs.Set.All.ToDictionary(m => m.Key, SnapshotJson.HashOf, StringComparer.Ordinal);
        var hash = InputHash(outage, selection, hashes);
        if (await Kept(outage, hash, ct) is { } kept) return new SimulatedOutage(outage, kept, hash, hashes);
        var compiled = outage.Compile();
        if (compiled.Refusal is { } notCompiled) return notCompiled;
        var options = new RunOptions { Runs = selection.Runs, Seed = selection.Seed, Threads = selection.Threads };
        var result = await Task.Run(() => OutageSimulation.Run(compiled.Value.Region, compiled.Value.Outage, options, Share(progress, selection.Runs), ct), ct);
        await Keep(outage, selection, hash, hashes, result, ct);
        return new SimulatedOutage(outage, result, hash, hashes);
    }

    private async Task<OutageResult?> Kept(PreparedOutage outage, string hash, CancellationToken ct)
    {
        var packed = await db.Forecasts.AsNoTracking().Where(f => f.BodyId == outage.Owner && f.InputHash == hash)
            .OrderByDescending(f => f.CreatedAt).Select(f => f.Packed).FirstOrDefaultAsync(ct);
        if (packed is null) return null;
        await using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return await JsonSerializer.DeserializeAsync<OutageResult>(stream, Stored, ct);
    }

    private async Task Keep(PreparedOutage outage, Selection selection, string hash, Dictionary<string, string> hashes, OutageResult result, CancellationToken ct)
    {
        foreach (var model in outage.Inputs.Set.All) await snapshots.Keep(outage.Owner, model, ct);
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) await JsonSerializer.SerializeAsync(brotli, result, Stored, ct);
        db.Forecasts.Add(new Forecast
        {
            BodyId = outage.Owner,
            Id = Guid.CreateVersion7(),
            Subject = outage.Subject,
            Scenario = selection.Scenario,
            Provider = outage.Provider,
            Runs = selection.Runs,
            Seed = unchecked((long)selection.Seed),
            EngineVersion = result.EngineVersion,
            InputHash = hash,
            Snapshots = CanonicalJson.Write(hashes),
            Inputs = CanonicalJson.Write(new { outage.Inputs.Scenario, selection.Levers, selection.Measures }),
            CreatedAt = clock.GetCurrentInstant(),
            Packed = packed.ToArray(),
        });
        await db.SaveChangesAsync(ct);
    }

    private static string InputHash(PreparedOutage outage, Selection selection, Dictionary<string, string> hashes)
    {
        var inputs = CanonicalJson.Write(new
        {
            hashes,
            order = outage.Inputs.Set.All.Select(m => m.Key),
            outage.Inputs.Scenario,
            outage.Provider,
            outage.Inputs.Set.PartnerProviders,
            selection.Levers,
            selection.Measures,
            selection.Runs,
            selection.Seed,
            OutageStart.Year,
            engine = OutageSimulation.EngineVersion,
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs)));
    }

    private static IProgress<int>? Share(IProgress<double>? progress, int runs) => progress is null ? null : new Scaled(progress, runs);

    private sealed class Scaled(IProgress<double> progress, int runs) : IProgress<int>
    {
        public void Report(int value) => progress.Report((double)value / runs);
    }
}

/// <summary>A result with the inputs it belongs to.</summary>
public sealed record SimulatedOutage(PreparedOutage Outage, OutageResult Result, string InputHash, IReadOnlyDictionary<string, string> Snapshots);
