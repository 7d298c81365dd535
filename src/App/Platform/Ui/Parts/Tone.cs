namespace ResilienceMonitor.Platform.Ui.Parts;

/// <summary>How serious a message or mark is. Never shown by colour alone.</summary>
public enum Tone
{
    Info,
    Success,
    Warning,
    Danger,
}
