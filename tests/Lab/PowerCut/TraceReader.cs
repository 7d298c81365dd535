using System.Text;
using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>Turns the recorded calls into steps below one directory. What happens elsewhere is left out.</summary>
public sealed class TraceReader(string root)
{
    private readonly Dictionary<string, SystemCall> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OpenFile> open = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<int, long> lengths = [];
    private readonly List<Step> steps = [];
    private int nodes;

    /// <summary>The calls to record.</summary>
    public const string Calls = "openat,open,creat,close,lseek,write,pwrite64,writev,pwritev,ftruncate,fallocate,fsync,fdatasync,"
        + "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile";

    public static IReadOnlyList<Step> Read(string traceFile, string root)
    {
        var reader = new TraceReader(root);
        foreach (var line in File.ReadLines(traceFile))
            if (SystemCall.Parse(line) is { } call) reader.Take(call);
        return reader.steps;
    }

    // An acknowledgement and a close count from their beginning, everything else from its end: the cautious reading in both cases.
    private void Take(SystemCall call)
    {
        if (call.Begins && call.Name == "write" && !open.ContainsKey(call.Number(0))) Acknowledge(call);
        if (call.Begins && call.Name == "close") open.Remove(call.Number(0));
        if (!call.Ends)
        {
            begun[call.Thread] = call;
            return;
        }

        var whole = call.Begins ? call : begun[call.Thread] with { Result = call.Result };
        if (whole.Result >= 0) Apply(whole);
    }

    private void Apply(SystemCall call)
    {
        switch (call.Name)
        {
            case "openat": Open(call); break;
            case "lseek" when open.TryGetValue(call.Number(0), out var file): file.Position = call.Result; break;
            case "write" when open.TryGetValue(call.Number(0), out var file): Append(file, call); break;
            case "pwrite64" when open.TryGetValue(call.Number(0), out var file): Write(file.Node, call.Number(3), call.Bytes(1), call.Result); break;
            case "ftruncate" when open.TryGetValue(call.Number(0), out var file): Resize(file.Node, call.Number(1)); break;
            case "fallocate" when open.TryGetValue(call.Number(0), out var file): Resize(file.Node, Math.Max(lengths[file.Node], call.Number(2) + call.Number(3))); break;
            case "fsync" or "fdatasync" when open.TryGetValue(call.Number(0), out var file): steps.Add(new Step.Flush(file.Node)); break;
            case "mkdir" when Below(call.Text(0)) is { } path: Create(path, isDirectory: true); break;
            case "rename" or "link" when Below(call.Text(0)) is { } from && Below(call.Text(1)) is { } to: Move(from, to, keep: call.Name == "link"); break;
            case "unlink" or "rmdir" when Below(call.Text(0)) is { } path: Forget(path); break;
            case "unlinkat" or "renameat" or "renameat2" or "linkat" or "mkdirat" or "creat" or "open": throw new InvalidDataException($"{call.Name} is not understood; teach it to the reader.");
            case "writev" or "pwritev" or "copy_file_range" or "sendfile" when open.ContainsKey(call.Number(call.Name == "copy_file_range" ? 2 : 0)):
                throw new InvalidDataException($"{call.Name} is not understood; teach it to the reader.");
        }
    }

    private void Open(SystemCall call)
    {
        open.Remove(call.Result);
        if (Below(call.Text(1)) is not { } path) return;
        if (!names.TryGetValue(path, out var node)) node = Create(path, isDirectory: false);
        else if (call.Has(2, "O_TRUNC")) Resize(node, 0);
        open[call.Result] = new OpenFile(node, call.Has(2, "O_APPEND"));
    }

    private int Create(string path, bool isDirectory)
    {
        var node = ++nodes;
        names[path] = node;
        lengths[node] = 0;
        steps.Add(new Step.Create(path, node, isDirectory));
        return node;
    }

    private void Append(OpenFile file, SystemCall call)
    {
        if (file.Appends) file.Position = lengths[file.Node];
        Write(file.Node, file.Position, call.Bytes(1), call.Result);
        file.Position += call.Result;
    }

    private void Write(int node, long offset, byte[] bytes, long written)
    {
        steps.Add(new Step.Write(node, offset, written == bytes.Length ? bytes : bytes[..(int)written]));
        lengths[node] = Math.Max(lengths[node], offset + written);
    }

    private void Resize(int node, long length)
    {
        steps.Add(new Step.Resize(node, length));
        lengths[node] = length;
    }

    private void Move(string from, string to, bool keep)
    {
        names[to] = names[from];
        if (!keep) names.Remove(from);
        steps.Add(keep ? new Step.Link(from, to) : new Step.Rename(from, to));
    }

    private void Forget(string path)
    {
        names.Remove(path);
        steps.Add(new Step.Remove(path));
    }

    private void Acknowledge(SystemCall call)
    {
        var text = Encoding.ASCII.GetString(call.Bytes(1));
        if (text.StartsWith(Protocol.Done, StringComparison.Ordinal)) steps.Add(new Step.Acknowledge(Change.Parse(text.AsSpan(Protocol.Done.Length).TrimEnd())));
    }

    // Relative to the root ("" is the root itself); null: elsewhere.
    private string? Below(string path) =>
        path == root ? "" : path.StartsWith(root + "/", StringComparison.Ordinal) ? path[(root.Length + 1)..].TrimEnd('/') : null;

    private sealed class OpenFile(int node, bool appends)
    {
        public int Node => node;

        public bool Appends => appends;

        public long Position { get; set; }
    }
}
