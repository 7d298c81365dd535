using System.Diagnostics;
using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.Kill;

/// <summary>What a writer said before it was killed.</summary>
public sealed record Heard(IReadOnlyList<Change> Sent, IReadOnlyList<Change> Done);

/// <summary>A running writer, and everything it said.</summary>
public sealed class WriterProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<Heard> hearing;
    private readonly Task<string> errors;
    private readonly TaskCompletionSource worked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int enough;
    private bool asked;

    /// <param name="arguments">What it is started with.</param>
    /// <param name="enough">After how many acknowledged changes <see cref="Worked"/> completes.</param>
    public WriterProcess(IReadOnlyList<string> arguments, int enough)
    {
        this.enough = enough;
        process = Process.Start(LabProcess.Of(arguments))!;
        hearing = Listen();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Completes when it has acknowledged enough changes, or ended.</summary>
    public Task Worked => worked.Task;

    public bool EndedByItself => !asked && process.HasExited;

    public async Task<string> Errors() => (await errors).ReplaceLineEndings(" ");

    /// <summary>Lets it come to rest, as at the end of a day.</summary>
    public void AskToStop()
    {
        asked = true;
        process.StandardInput.Close();
    }

    /// <summary>SIGKILL; returns what it had said by then.</summary>
    public async Task<Heard> Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        return await hearing;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    // A line is one write to the pipe, so a kill cuts none in half.
    private async Task<Heard> Listen()
    {
        var (sent, done) = (new List<Change>(), new List<Change>());
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Protocol.Sent, StringComparison.Ordinal)) sent.Add(Change.Parse(line.AsSpan(Protocol.Sent.Length)));
            if (!line.StartsWith(Protocol.Done, StringComparison.Ordinal)) continue;
            done.Add(Change.Parse(line.AsSpan(Protocol.Done.Length)));
            if (done.Count > enough) worked.TrySetResult();
        }

        worked.TrySetResult();
        return new Heard(sent, done);
    }
}
