namespace ResilienceMonitor.Platform.Ui.Parts;

/// <summary>The states of a service during an outage, worst first.</summary>
public enum ServiceState
{
    Stopped,
    Substitute,
    Backlog,
    Normal,
}
