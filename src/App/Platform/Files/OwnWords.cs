namespace ResilienceMonitor.Platform.Files;

/// <summary>A sentence of ours inside a message about a file: it is not shortened as what stands in the file is.</summary>
internal sealed record OwnWords(string Text)
{
    public override string ToString() => Text;
}
