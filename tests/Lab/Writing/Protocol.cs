using System.Text;

namespace ResilienceMonitor.Lab.Writing;

/// <summary>
/// What a writer says on standard output, a line each: <c>sent AREA SUBJECT NUMBER</c> before it begins a change, <c>done ...</c> after the
/// program acknowledged it. Each line is one system call, so its place among the writes to the disk is certain.
/// </summary>
public sealed class Protocol : IDisposable
{
    public const string Sent = "sent ";
    public const string Done = "done ";
    private readonly Stream output = Console.OpenStandardOutput();
    private readonly Lock order = new();

    public void SaySent(Change change) => Say(Sent, change);

    public void SayDone(Change change) => Say(Done, change);

    public void Dispose() => output.Dispose();

    private void Say(string word, Change change)
    {
        var line = Encoding.ASCII.GetBytes($"{word}{change}\n");
        lock (order) output.Write(line);
    }
}
