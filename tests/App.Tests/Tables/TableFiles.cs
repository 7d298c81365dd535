using ResilienceMonitor.App.Tests.Platform;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.App.Tests.Tables;

/// <summary>What tests of tables do again and again.</summary>
internal static class TableFiles
{
    public const string Key = "ags:05958004";

    public static readonly TableImportOptions Take = new(DryRun: false, GoodRows: false, new HashSet<string>());

    public static async Task<byte[]> Export(this TestApp app, TableFormat format, string body = Key)
    {
        var file = await app.Use<ExportTables, Result<TablesFile>>((u, ct) => u.Run(body, format, ct));
        return file.Value.Bytes;
    }

    public static async Task<TableImport> Import(this TestApp app, byte[] file, TableImportOptions? options = null, string body = Key) =>
        (await app.Use<ImportTables, Result<TableImport>>((u, ct) => u.Run(body, file, options ?? Take, ct))).Value;

    public static async Task<BodyModel> Model(this TestApp app, string body = Key) =>
        (await app.Use<ModelReader, Result<BodyModel>>((u, ct) => u.Load(body, ct))).Value;

    public static TableImportOptions Complete(params string[] tables) => Take with { Complete = tables.ToHashSet() };
}
