using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Services;

namespace ResilienceMonitor.Lab.Load;

/// <summary>Makes the model of a town as large as the trial wants it: services and resources like those of the starter model, which need each other.</summary>
internal static class TownModel
{
    public static async Task<int> Widen(AppDb db, BodyId body, LoadSize size, CancellationToken ct)
    {
        var resources = await db.Resources.Where(r => r.BodyId == body).OrderBy(r => r.Key).ToListAsync(ct);
        var services = await db.Services.Where(s => s.BodyId == body).OrderBy(s => s.Key).ToListAsync(ct);
        var own = services.Where(s => s.Content.Responsibility == Responsibility.Own).ToList();
        var added = new List<string>();
        for (var i = resources.Count; i < size.Resources; i++)
        {
            var like = resources[i % resources.Count].Content;
            added.Add(Key("fachverfahren", i));
            db.Resources.Add(new Resource { BodyId = body, Key = added[^1], Content = like with { CatalogueKey = null, Name = $"Fachverfahren {i}", Required = null } });
        }

        for (var i = services.Count; i < size.Services; i++)
        {
            var like = own[i % own.Count].Content;
            var needs = added.Where((_, at) => at % Math.Max(1, size.Services - services.Count) == i - services.Count).Select(key => NeedGroup.Of(key));
            db.Services.Add(new Service { BodyId = body, Key = Key("leistung", i), Content = like with { CatalogueKey = null, Name = $"Leistung {i}", Needs = [.. like.Needs, .. needs] } });
        }

        return await db.SaveChangesAsync(ct);
    }

    private static string Key(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:000}");
}
