using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Measures;

/// <summary>A measure a body added itself, or a catalogue measure it changed.</summary>
public sealed class Measure : ModelItem<MeasureContent>;
