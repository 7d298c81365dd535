namespace ResilienceMonitor.Bodies.Pages.Members;

/// <summary>What somebody enters who was invited and has no account yet.</summary>
public sealed class JoinForm
{
    public string? Name { get; set; }
    public string? UserName { get; set; }
    public string? Password { get; set; }
    public string? Again { get; set; }
}
