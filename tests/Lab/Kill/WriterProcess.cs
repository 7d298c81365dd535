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
    private readonly TaskCompletionSource firstWork = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool asked;

    public WriterProcess(IReadOnlyList<string> arguments)
    {
        process = Process.Start(LabProcess.Of(arguments))!;
        hearing = Listen();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Completes with the first acknowledged change, or when the writer ends.</summary>
    public Task FirstWork => firstWork.Task;

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
            if (done[^1].Area != Areas.Start) firstWork.TrySetResult();
        }

        firstWork.TrySetResult();
        return new Heard(sent, done);
    }
}
