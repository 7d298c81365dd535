using ResilienceMonitor.Platform.Reference;

namespace ResilienceMonitor.Services.Starter;

/// <summary>Everything the starter model is made from.</summary>
public sealed record StarterCatalogue
{
    public required CatalogueFile<ServiceEntry> Services { get; init; }
    public required CatalogueFile<ResourceEntry> Resources { get; init; }
    public required CatalogueFile<BundleEntry> Bundles { get; init; }
    public required CatalogueFile<SegmentEntry> Segments { get; init; }
    public required CatalogueFile<HelperEntry> Helpers { get; init; }
    public required Parameters Parameters { get; init; }

    public static StarterCatalogue From(ReferenceData reference) => new()
    {
        Services = reference.Read<ServiceEntry>("services"),
        Resources = reference.Read<ResourceEntry>("resources"),
        Bundles = reference.Read<BundleEntry>("bundles"),
        Segments = reference.Read<SegmentEntry>("segments"),
        Helpers = reference.Read<HelperEntry>("helpers"),
        Parameters = reference.Parameters,
    };
}
