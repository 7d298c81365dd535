namespace ResilienceMonitor.Platform.Web;

/// <summary>
/// A feature of the request that authentication sets when the header <c>Authorization</c> alone says who asks, and no cookie had a part in it.
/// Browsers never send such a header by themselves, so another site cannot make them do it.
/// </summary>
public sealed record TokenRequest;
