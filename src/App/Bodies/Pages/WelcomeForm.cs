namespace ResilienceMonitor.Bodies.Pages;

/// <summary>What the first administrator enters.</summary>
public sealed class WelcomeForm
{
    public string? Name { get; set; }
    public string? UserName { get; set; }
    public string? Password { get; set; }
    public string? Again { get; set; }
    public string? Body { get; set; }
    public string? BodyName { get; set; }
}
