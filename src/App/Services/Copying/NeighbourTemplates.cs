using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Services.Copying;

/// <summary>The templates of others: who lets the acting body see theirs, and what they are.</summary>
public sealed class NeighbourTemplates(ConsentedReading consented, Actor actor)
{
    /// <summary>Names by key of the bodies whose templates can be read. Nothing of theirs is read for it.</summary>
    public Task<IReadOnlyDictionary<string, string>> Bodies(CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        return consented.Grantors(Consents.Templates, ct);
    }

    /// <summary>What a body has published, as long as its consent holds; the use stands in its trail.</summary>
    public async Task<Result<IReadOnlyList<ServiceTemplate>>> Of(string body, CancellationToken ct)
    {
        actor.Must(ServicesFeature.Edit);
        var read = await consented.OfBody(body, Consents.Templates, ct);
        return read.Refusal is { } refusal ? refusal : CanonicalJson.Read<List<ServiceTemplate>>(read.Value.Json);
    }
}
