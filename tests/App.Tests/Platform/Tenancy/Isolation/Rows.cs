using System.IO.Compression;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using Xunit;

namespace ResilienceMonitor.App.Tests.Platform.Tenancy.Isolation;

/// <summary>Everything that stands in the tables of bodies, read past the walls.</summary>
internal static class Rows
{
    /// <summary>The rows of some bodies as text, table by table.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Of(TestApp app, params IReadOnlyCollection<BodyId> bodies)
    {
        await using var node = app.WithWalls(NoWalls(app));
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Set(Actor.LocalOwner);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var read = typeof(Rows).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(ITenantRow).IsAssignableFrom(e.ClrType)))
            tables[entity.GetTableName()!] = await (Task<string>)read.MakeGenericMethod(entity.ClrType).Invoke(null, [db, bodies])!;
        return tables;
    }

    /// <summary>On SQLite the wall lives in connections that are used again; there the owner of everything sees everything.</summary>
    public static Walls NoWalls(TestApp app) => new(Filter: false, Database: app.Choice is DatabaseChoice.Sqlite);

    private static async Task<string> Read<T>(AppDb db, IReadOnlyCollection<BodyId> bodies) where T : class, ITenantRow
    {
        var rows = await db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(r => bodies.Contains(r.BodyId)).ToListAsync(TestContext.Current.CancellationToken);
        var columns = db.Model.FindEntityType(typeof(T))!.GetProperties().ToList();
        return string.Join('\n', rows.Select(r => string.Join('|', columns.Select(c => Text(c.GetGetter().GetClrValue(r))))).Order(StringComparer.Ordinal));
    }

    private static string Text(object? value) => value switch
    {
        byte[] packed => Unpacked(packed),
        string text => text,
        null => "",
        _ => CanonicalJson.Write(value),
    };

    // Stored results and snapshots are compressed.
    private static string Unpacked(byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
            return reader.ReadToEnd();
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
