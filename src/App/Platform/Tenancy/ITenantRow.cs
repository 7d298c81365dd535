namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>A row that belongs to a body. Every such table has the body's id in its key and the tenant filter on its queries.</summary>
public interface ITenantRow
{
    BodyId BodyId { get; }
}
