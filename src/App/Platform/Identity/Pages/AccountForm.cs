namespace ResilienceMonitor.Platform.Identity.Pages;

/// <summary>What is typed or pressed on the pages of the own account.</summary>
public sealed class AccountForm
{
    public string? Name { get; set; }
    public string? Password { get; set; }
    public string? Again { get; set; }
    public string? Key { get; set; }
    public string? Code { get; set; }
    public string? Passkey { get; set; }
    public string? Session { get; set; }
}
