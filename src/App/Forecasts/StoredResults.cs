using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Time;
using ResilienceMonitor.Services;
using ResilienceMonitor.Simulation;

namespace ResilienceMonitor.Forecasts;

/// <summary>Keeps results under the hash of everything they were made from; the same inputs are computed once.</summary>
public sealed class StoredResults(AppDb db, SnapshotStore snapshots, IClock clock)
{
    private const int MostAttempts = 3;

    private static readonly JsonSerializerOptions Json = new(CanonicalJson.Options) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Names what goes into a result: models, scenario, levers, seed, runs, engine version.</summary>
    public static ResultInputs InputsOf(PreparedOutage outage, Selection selection, object? more = null)
    {
        var hashes = outage.Snapshots;
        var inputs = CanonicalJson.Write(new
        {
            hashes,
            order = outage.Inputs.Set.All.Select(m => m.Key),
            asked = outage.Inputs.Set.Asked.Count,
            outage.Inputs.Scenario,
            outage.Provider,
            outage.Inputs.Set.PartnerProviders,
            selection.Levers,
            selection.Measures,
            selection.Runs,
            selection.Seed,
            selection.Accuracy,
            OutageStart.Year,
            engine = OutageSimulation.EngineVersion,
            more,
        });
        return new ResultInputs(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs))), hashes);
    }

    public Task<T?> Find<T>(PreparedOutage outage, ResultInputs inputs, CancellationToken ct) where T : class => Find<T>(outage.Owner, inputs.Hash, ct);

    /// <summary>The same by owner and hash, for what is kept with <see cref="KeepView"/>.</summary>
    public async Task<T?> Find<T>(BodyId owner, string hash, CancellationToken ct) where T : class
    {
        var packed = await db.Forecasts.AsNoTracking().Where(f => f.BodyId == owner && f.InputHash == hash && f.Kind == typeof(T).Name)
            .OrderByDescending(f => f.CreatedAt).Select(f => f.Packed).FirstOrDefaultAsync(ct);
        return packed is null ? null : await Unpack<T>(packed, ct);
    }

    public static async Task<T> Unpack<T>(byte[] packed, CancellationToken ct) where T : class
    {
        await using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return await JsonSerializer.DeserializeAsync<T>(stream, Json, ct) ?? throw new JsonException("A stored result is empty.");
    }

    /// <summary>Keeps what a page has made of a result, so that it need not read the models again.</summary>
    /// <param name="outage">What was simulated.</param>
    /// <param name="selection">How.</param>
    /// <param name="hash">Over everything it was made from.</param>
    /// <param name="view">What is kept.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task KeepView<T>(PreparedOutage outage, Selection selection, string hash, T view, CancellationToken ct) where T : class
    {
        db.Forecasts.Add(await Row(outage, selection, new ResultInputs(hash, new Dictionary<string, string>()), view, ct));
        await db.SaveChangesAsync(ct);
    }

    public async Task Keep<T>(PreparedOutage outage, Selection selection, ResultInputs inputs, T result, CancellationToken ct) where T : class
    {
        var row = await Row(outage, selection, inputs, result, ct);
        for (var attempt = 1; ; attempt++)
        {
            await snapshots.Add(outage.Owner, outage.Inputs.Set.All.Where(m => !outage.Inputs.Set.Lent.Contains(m.Key)), ct);
            db.Forecasts.Add(row);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // Somebody else has asked for the same and kept the same state of a model in this moment; now it is there.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Forecast> Row<T>(PreparedOutage outage, Selection selection, ResultInputs inputs, T result, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) await JsonSerializer.SerializeAsync(brotli, result, Json, ct);
        return new Forecast
        {
            BodyId = outage.Owner,
            Id = Guid.CreateVersion7(),
            Kind = typeof(T).Name,
            Subject = outage.Subject,
            Scenario = selection.Scenario,
            AsIs = !selection.Levers.Moved && selection.Measures.Count == 0,
            Provider = outage.Provider,
            Runs = selection.Runs,
            Seed = unchecked((long)selection.Seed),
            EngineVersion = OutageSimulation.EngineVersion,
            InputHash = inputs.Hash,
            Snapshots = CanonicalJson.Write(inputs.Snapshots),
            Inputs = CanonicalJson.Write(new { outage.Inputs.Scenario, selection.Levers, selection.Measures }),
            CreatedAt = clock.GetCurrentInstant(),
            Packed = packed.ToArray(),
        };
    }
}

/// <summary>What a result was made from.</summary>
/// <param name="Hash">Over everything.</param>
/// <param name="Snapshots">Hash of each model by body key.</param>
public sealed record ResultInputs(string Hash, IReadOnlyDictionary<string, string> Snapshots);
