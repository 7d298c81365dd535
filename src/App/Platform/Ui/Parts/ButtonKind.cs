namespace ResilienceMonitor.Platform.Ui.Parts;

/// <summary>Weight of a button. One primary button a page.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,

    /// <summary>Looks like a link.</summary>
    Tertiary,

    /// <summary>Removes something; the text names what.</summary>
    Danger,
}
