using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Measures;

/// <summary>What can be done, what it costs, and what it changes.</summary>
public static class MeasuresFeature
{
    public static readonly Permission View = new("measures.view", Roles.People);
    public static readonly Permission Edit = new("measures.edit", Roles.Editors);

    public static IServiceCollection AddMeasures(this IServiceCollection services) => services
        .AddSingleton<ItemKind>(new ItemKind<Measure, MeasureContent>("measures", (id, key, content) => new Measure { BodyId = id, Key = key, Content = content }) { Order = 60 })
        .AddSingleton(new ItemSection("measures", "measure", View, Edit))
        .AddScoped<MeasureList>()
        .AddScoped<CommentedMeasures>()
        .AddScoped<ICommentedItems>(p => p.GetRequiredService<CommentedMeasures>())
        .AddScoped<SaveMeasure>();

    extension(AppDb db)
    {
        public DbSet<Measure> Measures => db.Set<Measure>();
    }
}
