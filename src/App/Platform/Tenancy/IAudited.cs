namespace ResilienceMonitor.Platform.Tenancy;

/// <summary>A row of a body that is no item of its model, and whose changes are written into the body's trail all the same.</summary>
public interface IAudited : ITenantRow
{
    /// <summary>First part of the kind of event, for example <c>members</c>.</summary>
    string AuditSection { get; }

    /// <summary>Second part, where it says more than that the row was added, changed or removed; null: it does not.</summary>
    string? AuditVerb => null;

    /// <summary>What the event is about, within the body.</summary>
    string AuditSubject { get; }

    /// <summary>What readers of the trail see of it: ids instead of names, and never a secret. Null: it is not there any more.</summary>
    object? AuditContent { get; }
}
