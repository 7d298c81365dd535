namespace ResilienceMonitor.Platform.Reference;

/// <summary>Where numbers come from; entries name it by its id.</summary>
/// <param name="Id">Id within the file.</param>
/// <param name="Citation">What a reader can look up.</param>
public sealed record CatalogueSource(string Id, LocalText Citation);
