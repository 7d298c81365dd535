namespace ResilienceMonitor.Platform.Identity.Pages;

/// <summary>What is typed to sign in. The note comes from the step before.</summary>
public sealed class SignInForm
{
    public string? Name { get; set; }
    public string? Password { get; set; }
    public string? Step { get; set; }
    public string? Code { get; set; }
}
