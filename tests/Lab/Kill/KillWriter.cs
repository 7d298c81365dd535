using System.Globalization;
using ResilienceMonitor.Lab.Writing;
using ResilienceMonitor.Platform.Data;

namespace ResilienceMonitor.Lab.Kill;

/// <summary>The process that is killed: the real application under the load of several clients, until its standard input is closed.</summary>
public static class KillWriter
{
    public const string AcknowledgeFirst = "acknowledge-first";
    private const int Clients = 4;

    public static async Task<int> Run(Arguments arguments)
    {
        using var protocol = new Protocol();
        using var stop = new CancellationTokenSource();
        await using var app = new LabApp(arguments.Text("data")!, arguments.Text("postgres") is { } server ? new DatabaseChoice.Postgres(server, arguments.Text("owner")) : null);
        await app.Start(CancellationToken.None);
        protocol.SayDone(new Change(Areas.Start, "-", 1));
        var name = arguments.Text("name")!;
        var writer = new BodyWriter(app);
        var clients = Enumerable.Range(0, Clients)
            .Select(c => new BodyClient(writer, protocol, string.Create(CultureInfo.InvariantCulture, $"{name}.{c}"), arguments.Text("weakened") == AcknowledgeFirst)).ToList();

        // Whoever got no answer asks again, as people do.
        foreach (var change in (arguments.Text("again") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)) await clients[0].Make(Change.Parse(change));
        var work = clients.Select(client => Task.Run(() => client.Run(int.MaxValue, stop.Token))).ToList();
        var closed = Console.In.ReadLineAsync();
        await Task.WhenAny([closed, .. work]);
        await stop.CancelAsync();
        await Task.WhenAll(work);
        return 0;
    }
}
