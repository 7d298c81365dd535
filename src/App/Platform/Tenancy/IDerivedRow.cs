namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>A row of a body that follows from other rows, so that writing it is no change of state somebody must be able to trace.</summary>
public interface IDerivedRow : ITenantRow;
