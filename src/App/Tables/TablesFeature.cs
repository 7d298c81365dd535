using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Import;

namespace ResilienceMonitor.Tables;

/// <summary>Models as tables: out into spreadsheets, and in again.</summary>
public static class TablesFeature
{
    public static readonly Permission Export = new("tables.export", Roles.Exporters);
    public static readonly Permission Import = new("tables.import", Roles.Editors);

    public static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSingleton<IMapping, TablesMapping>()
        .AddSingleton<ProductNames>()
        .AddScoped<KnownHeads>()
        .AddScoped<TableModel>()
        .AddScoped<ExportTables>()
        .AddScoped<WriteTemplate>()
        .AddScoped<ImportTables>()
        .AddScoped<TakeTables>();
}
