using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies.Comments;
using ResilienceMonitor.Bodies.Import;
using ResilienceMonitor.Bodies.Items;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Bodies.Respondents;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Layout;

namespace ResilienceMonitor.Bodies;

/// <summary>Bodies and regions: who is looked at.</summary>
public static class BodiesFeature
{
    public static readonly Permission View = new("bodies.view", Roles.People);
    public static readonly Permission Edit = new("bodies.edit", Roles.Officers);

    public static readonly Permission Export = new("bodies.export", Roles.Exporters);

    public static IServiceCollection AddBodies(this IServiceCollection services) => services
        .AddSingleton<ItemKind>(new ItemKind<Body, BodyContent>("bodies", (id, key, content) => new Body { BodyId = id, Key = key, Content = content }) { Order = 10, IsTheBody = true })
        .AddSingleton<ItemKind>(new ItemKind<Region, RegionContent>("regions", (id, key, content) => new Region { BodyId = id, Key = key, Content = content }) { Order = 90 })
        .AddSingleton(new HeaderPart(typeof(Pages.ActingBodyBar)))
        .AddScoped<IFirstSteps, StepsOfBody>()
        .AddHttpContextAccessor()
        .AddScoped<BodyDirectory>()
        .AddScoped<ChosenBody>()
        .AddSingleton<ActorOfAccount>()
        .AddSingleton<Platform.Identity.Oidc.IBodyKeys, BodyKeys>()
        .AddScoped<CreateBody>()
        .AddScoped<CreateFirstAdministrator>()
        .AddScoped<ChangeBody>()
        .AddScoped<SaveAnswers>()
        .AddScoped<RemoveBodies>()
        .AddScoped<RestoreBodies>()
        .AddScoped<ImportPackage>()
        .AddScoped<ImportBodies>()
        .AddScoped<TakeList>()
        .AddScoped<ExportPackage>()
        .AddScoped<ActingBody>()
        .AddScoped<OwnBodies>()
        .AddScoped<ListBodies>()
        .AddScoped<BodyOfAddress>()
        .AddScoped<ItemSections>()
        .AddScoped<ListItems>()
        .AddScoped<FindItem>()
        .AddScoped<SaveItem>()
        .AddScoped<RemoveItem>()
        .AddSingleton<IMapping, CommentsMapping>()
        .AddScoped<Discussion>()
        .AddScoped<IConsentedBlock, ProfileBlock>()
        .AddScoped<GrantConsent>()
        .AddScoped<ListRelations>()
        .AddScoped<HandOverBody>()
        .AddScoped<InviteRespondents>()
        .AddScoped<AnswerByLink>()
        .AddScoped<AnswerByLink.Answering>();

    extension(AppDb db)
    {
        public DbSet<Body> Bodies => db.Set<Body>();

        public DbSet<Region> Regions => db.Set<Region>();
    }
}
