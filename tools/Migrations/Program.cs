using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using ResilienceMonitor;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Files;

#pragma warning disable EF1001 // The scaffolder has no other entrance; it runs on developers' machines only.
// Writes the migrations from the last one to the model as it is now, for both kinds of database. Usage: Migrations NAME FOLDER
var (name, folder) = (args[0], Path.GetFullPath(args[1]));
var assembly = typeof(AppDb).Assembly;
foreach (var (choice, sub) in new (DatabaseChoice, string)[] { (new DatabaseChoice.Sqlite("unused.db"), "Sqlite"), (new DatabaseChoice.Postgres("Host=unused", "Host=unused"), "Postgres") })
{
    var services = new ServiceCollection();
    services.AddLogging();
    services.AddPlatform(new DataDirectory("unused"), choice);
    Features.Add(services);
    await using var provider = services.BuildServiceProvider();
    await using var scope = provider.CreateAsyncScope();
    await using var db = choice.OwnerContext(scope.ServiceProvider.GetRequiredService<AppDbParts>());
    var design = new DesignTimeServicesBuilder(assembly, assembly, new OperationReporter(null), []).Build(db);
    var scaffolder = design.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "ResilienceMonitor", $"Platform.Data.Migrations.{sub}", "C#");
    var files = scaffolder.Save(folder, migration, Path.Combine(folder, "Platform", "Data", "Migrations", sub), dryRun: false);
    Console.WriteLine(files.MigrationFile);
}
