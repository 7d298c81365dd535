using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Scenarios;

/// <summary>A scenario a body wrote itself, or a catalogue scenario it changed.</summary>
public sealed class Scenario : ModelItem<ScenarioContent>;
