namespace ResilienceMonitor.Platform;

/// <summary>The program cannot start or go on for a reason outside itself; shown as one sentence, with a non-zero exit code.</summary>
public sealed class StartProblem(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Sentence}")
{
    public Refusal Refusal { get; } = refusal;
}
