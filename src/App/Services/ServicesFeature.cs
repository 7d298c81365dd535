using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Exchange;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Reference;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Layout;
using ResilienceMonitor.Services.Bulk;
using ResilienceMonitor.Services.Compilation;
using ResilienceMonitor.Services.Copying;
using ResilienceMonitor.Services.Dependencies;
using ResilienceMonitor.Services.Pages;
using ResilienceMonitor.Services.Pages.Forms;
using ResilienceMonitor.Services.Starter;
using ResilienceMonitor.Services.Statements;

namespace ResilienceMonitor.Services;

/// <summary>Services, what they need, and how they run without it.</summary>
public static class ServicesFeature
{
    public static readonly Permission View = new("services.view", Roles.People);
    public static readonly Permission Edit = new("services.edit", Roles.Editors);

    public static IServiceCollection AddServices(this IServiceCollection services) => services
        .AddSingleton<ItemKind>(new ItemKind<Segment, SegmentContent>("segments", (id, key, content) => new Segment { BodyId = id, Key = key, Content = content }) { Order = 20 })
        .AddSingleton<ItemKind>(new ItemKind<Resource, ResourceContent>("resources", (id, key, content) => new Resource { BodyId = id, Key = key, Content = content }) { Order = 30 })
        .AddSingleton<ItemKind>(new ItemKind<Service, ServiceContent>("services", (id, key, content) => new Service { BodyId = id, Key = key, Content = content }) { Order = 40 })
        .AddSingleton<ItemKind>(new ItemKind<Statement, StatementContent>("statements", (id, key, content) => new Statement { BodyId = id, Key = key, Content = content }) { Order = 50 })
        .AddSingleton<IMapping, ServicesMapping>()
        .AddSingleton(p => StarterCatalogue.From(p.GetRequiredService<ReferenceData>()))
        .AddSingleton<RegionCompiler>()
        .AddScoped<ModelReader>()
        .AddScoped<IConsentedBlock, ModelBlocks>()
        .AddScoped<IFirstSteps, StepsOfModel>()
        .AddScoped<SnapshotStore>()
        .AddScoped<AdoptModel>()
        .AddScoped<ModelGuard>()
        .AddScoped<IPackageCheck, ModelsCanBeSimulated>()
        .AddSingleton(new ItemSection("services", "service", View, Edit))
        .AddSingleton(new ItemSection("resources", "resource", View, Edit))
        .AddSingleton(new ItemSection("segments", "segment", View, Edit))
        .AddSingleton(new ItemSection("statements", "statement", View, Edit))
        .AddScoped<IItemRules>(p => Rules<ServiceContent>(p, "services", m => m.Services, (m, all) => m with { Services = all }))
        .AddScoped<IItemRules>(p => Rules<ResourceContent>(p, "resources", m => m.Resources, (m, all) => m with { Resources = all }))
        .AddScoped<IItemRules>(p => Rules<SegmentContent>(p, "segments", m => m.Segments, (m, all) => m with { Segments = all }))
        .AddScoped<ICommentedItems>(p => new CommentedModel<ServiceContent>("services", m => m.Services, p.GetRequiredService<ModelReader>(), p.GetRequiredService<ItemNames>()))
        .AddScoped<ICommentedItems>(p => new CommentedModel<ResourceContent>("resources", m => m.Resources, p.GetRequiredService<ModelReader>(), p.GetRequiredService<ItemNames>()))
        .AddScoped<ChangeService>()
        .AddScoped<ChangeResource>()
        .AddScoped<ChangeMany>()
        .AddScoped<IConsentedBlock, TemplatesBlock>()
        .AddScoped<NeighbourTemplates>()
        .AddScoped<SaveCopy>()
        .AddScoped<ExplainRequirement>()
        .AddScoped<UndoModelChange>()
        .AddScoped<ItemForEditing>()
        .AddSingleton(new NavItem(20, "/services", typeof(ServicesTexts), "nav.services"))
        .AddScoped<OpenModel>()
        .AddScoped<ItemHistory>()
        .AddScoped<Neighbours>()
        .AddSingleton<Provenance>();

    extension(AppDb db)
    {
        public DbSet<Segment> Segments => db.Set<Segment>();

        public DbSet<Resource> Resources => db.Set<Resource>();

        public DbSet<Service> Services => db.Set<Service>();

        public DbSet<Snapshot> Snapshots => db.Set<Snapshot>();
    }

    private static ModelRules<T> Rules<T>(
        IServiceProvider services, string section, Func<BodyModel, IReadOnlyDictionary<string, T>> read, Func<BodyModel, IReadOnlyDictionary<string, T>, BodyModel> write) where T : ItemContent =>
        new(section, read, write, services.GetRequiredService<ModelReader>(), services.GetRequiredService<ModelGuard>(), services.GetRequiredService<AdoptModel>());
}
