using System.Collections.Concurrent;
using NodaTime;

namespace ResilienceMonitor.Platform.Identity.Oidc;

/// <summary>
/// Knows what providers say about themselves. Nobody is asked before somebody wants to sign in; several who want it at once make one question. A provider
/// that is down is left alone for some seconds, so that everybody learns it at once.
/// </summary>
public sealed class ProviderDirectory(ProviderConnection connection, IClock clock, ILogger<ProviderDirectory> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public Task<Result<ProviderMetadata>> Of(IdentityProvider provider, CancellationToken ct) =>
        Alone(provider, ct, (entry, stop) => entry.Metadata is { } known && Now - known.ReadAt < OidcLimits.Known ? Task.FromResult<Result<ProviderMetadata>>(known) : Read(entry, provider, stop));

    /// <summary>After a token was signed with a key nobody knows: perhaps the provider changed its keys.</summary>
    public Task<Result<ProviderMetadata>> WithKeysAgain(IdentityProvider provider, CancellationToken ct) => Alone(provider, ct, async (entry, stop) =>
    {
        if (entry.Metadata is not { } known) return await Read(entry, provider, stop);
        if (entry.AskedForKeys is { } asked && Now - asked < OidcLimits.KeysAgain) return known;
        entry.AskedForKeys = Now;
        var keys = await Keys(known, stop);
        return keys.Refusal is { } refusal ? refusal : entry.Metadata = keys.Value;
    });

    public void Dispose()
    {
        foreach (var entry in entries.Values) entry.Gate.Dispose();
    }

    private Instant Now => clock.GetCurrentInstant();

    private async Task<Result<ProviderMetadata>> Alone(IdentityProvider provider, CancellationToken ct, Func<Entry, CancellationToken, Task<Result<ProviderMetadata>>> work)
    {
        var entry = entries.GetOrAdd(provider.Key, _ => new Entry());
        try
        {
            await entry.Gate.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return ProviderConnection.Unreachable;
        }

        try
        {
            return await work(entry, ct);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task<Result<ProviderMetadata>> Read(Entry entry, IdentityProvider provider, CancellationToken ct)
    {
        if (entry.FailedAt is { } failed && Now - failed < OidcLimits.Rest) return Otherwise(entry, entry.Failure!);
        var read = await Ask(provider, ct);
        (entry.FailedAt, entry.Failure) = (read.Refusal is null ? null : Now, read.Refusal);
        if (read.Refusal is null) return entry.Metadata = read.Value;
        log.LogWarning("The identity provider {Provider} could not be asked about itself: {Reason}", provider.Key, read.Refusal.Code);
        return Otherwise(entry, read.Refusal);
    }

    // What was known before serves on while the provider is silent; not when it now says something else.
    private static Result<ProviderMetadata> Otherwise(Entry entry, Refusal failure) =>
        entry.Metadata is { } known && failure.Code == ProviderConnection.Unreachable.Code ? known : failure;

    private async Task<Result<ProviderMetadata>> Ask(IdentityProvider provider, CancellationToken ct)
    {
        var answer = await connection.Get(ProviderAddress.DescriptionOf(provider.Issuer), ct);
        if (answer.Refusal is { } refusal) return refusal;
        if (ProviderMetadata.Parse(answer.Value, provider.Issuer, Now) is { } metadata) return await Keys(metadata, ct);
        log.LogWarning("The identity provider {Provider} calls itself by another name than the configuration, or names no encrypted addresses", provider.Key);
        return Refusal.Of<OidcTexts>("oidc.refused");
    }

    private async Task<Result<ProviderMetadata>> Keys(ProviderMetadata metadata, CancellationToken ct)
    {
        var answer = await connection.Get(metadata.KeysAt, ct);
        if (answer.Refusal is { } refusal) return refusal;
        return ProviderMetadata.ParseKeys(answer.Value) is { } keys ? metadata with { Keys = keys } : Refusal.Of<OidcTexts>("oidc.refused");
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public ProviderMetadata? Metadata { get; set; }

        public Instant? FailedAt { get; set; }

        public Refusal? Failure { get; set; }

        public Instant? AskedForKeys { get; set; }
    }
}
