using ResilienceMonitor.Bodies;

namespace ResilienceMonitor.Forecasts.Country;

/// <summary>A provider and the bodies it serves, or a body that runs its IT itself: nothing of it depends on anything outside.</summary>
/// <param name="Provider">The provider; null: the body's own data centre.</param>
/// <param name="Members">The bodies, by key.</param>
public sealed record Cluster(ListedBody? Provider, IReadOnlyList<ListedBody> Members);

/// <summary>One body of the list.</summary>
/// <param name="Key">Logical key.</param>
/// <param name="Content">What the list says of it, and the provider it has or is assumed to have.</param>
/// <param name="District">Key of the district it lies in.</param>
/// <param name="Inhabitants">Stated, or assumed by legal status.</param>
public sealed record ListedBody(string Key, BodyContent Content, string District, double Inhabitants);
