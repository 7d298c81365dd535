using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Scenarios;

/// <summary>What can happen.</summary>
public static class ScenariosFeature
{
    public static readonly Permission View = new("scenarios.view", Roles.People);
    public static readonly Permission Edit = new("scenarios.edit", Roles.Editors);

    public static IServiceCollection AddScenarios(this IServiceCollection services) => services
        .AddSingleton<ItemKind>(new ItemKind<Scenario, ScenarioContent>("scenarios", (id, key, content) => new Scenario { BodyId = id, Key = key, Content = content }) { Order = 50 })
        .AddSingleton(new ItemSection("scenarios", "scenario", View, Edit))
        .AddScoped<ScenarioList>();

    extension(AppDb db)
    {
        public DbSet<Scenario> Scenarios => db.Set<Scenario>();
    }
}
