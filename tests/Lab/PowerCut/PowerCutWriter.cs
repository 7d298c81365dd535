using System.Globalization;
using ResilienceMonitor.Lab.Writing;

namespace ResilienceMonitor.Lab.PowerCut;

/// <summary>The process whose power is cut: the real application, stopped and started a few times, under several clients.</summary>
public static class PowerCutWriter
{
    private const int Starts = 4;
    private const int ChangesPerKey = 40;

    public static async Task<int> Run(Arguments arguments)
    {
        var (data, flaw) = (arguments.Text("data")!, arguments.Text("weakened"));
        using var protocol = new Protocol();
        var count = arguments.Number("changes", 400) / Starts;
        await using var app = new LabApp(data, postgres: null);
        var files = OwnFiles.Of(app, data, flaw);
        for (var start = 0; start < Starts; start++)
        {
            await app.Start(CancellationToken.None);
            protocol.SayDone(new Change(Areas.Start, "-", start + 1));
            if (start == 0) WeakenedSqlite.Install(flaw);
            await Task.WhenAll([.. Clients(app, protocol, start, flaw).Select(c => Task.Run(() => c.Client.Run(count / c.Of, CancellationToken.None))), Task.Run(() => WriteFiles(files, protocol, count / 4))]);
            // The last connection closes as at the end of the program: the write-ahead log is carried over and removed.
            await app.Rest(CancellationToken.None);
        }

        return 0;
    }

    // To switch the kind of journal nobody else may have the database open.
    private static IEnumerable<(BodyClient Client, int Of)> Clients(LabApp app, Protocol protocol, int start, string? flaw)
    {
        var clients = flaw == Flaw.DeleteFull ? 1 : 3;
        var writer = new BodyWriter(app);
        return Enumerable.Range(0, clients)
            .Select(c => (new BodyClient(writer, protocol, string.Create(CultureInfo.InvariantCulture, $"{start}.{c}"), acknowledgesFirst: false), clients));
    }

    private static async Task WriteFiles(IReadOnlyList<IOwnFiles> files, Protocol protocol, int count)
    {
        for (var i = 0; i < count; i++)
        {
            protocol.SayDone(await files[0].WriteNext());
            if (i % (ChangesPerKey / 4) != 0) continue;
            foreach (var other in files.Skip(1)) protocol.SayDone(await other.WriteNext());
        }
    }
}
