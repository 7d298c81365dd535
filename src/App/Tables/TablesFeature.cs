using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Services;
using ResilienceMonitor.Tables.Export;
using ResilienceMonitor.Tables.Import;
using ResilienceMonitor.Tables.Lists;
using ResilienceMonitor.Tables.Lists.Pages;

namespace ResilienceMonitor.Tables;

/// <summary>Models as tables: out into spreadsheets, and in again.</summary>
public static class TablesFeature
{
    /// <summary>Section of the lists a body already had.</summary>
    public const string OwnLists = "lists";

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
        .AddScoped<SaveModel>()
        .AddScoped<TakeTables>()
        .AddSingleton<ItemKind>(new ItemKind<OwnList, OwnListContent>(OwnLists, (id, key, content) => new OwnList { BodyId = id, Key = key, Content = content }) { Order = 80 })
        .AddSingleton(new ItemSection(OwnLists, "list", ServicesFeature.View, Import))
        .AddScoped<IItemRules, ListRules>()
        .AddSingleton<ListWords>()
        .AddSingleton<ListProposals>()
        .AddScoped<KeepOwnList>()
        .AddScoped<ReadOwnList>()
        .AddScoped<AnswerOwnList>()
        .AddScoped<TakeProposals>()
        .AddSingleton<RowNames>();
}
