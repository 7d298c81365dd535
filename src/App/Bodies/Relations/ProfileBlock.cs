using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Tenancy;
using ResilienceMonitor.Platform.Ui.Words;

namespace ResilienceMonitor.Bodies.Relations;

/// <summary>Who a body is, without its answers about IT: name, kind, state, legal status, inhabitants, district and providers.</summary>
public sealed class ProfileBlock(AppDb db) : IConsentedBlock
{
    public bool Covers(string block) => block == Consents.Profile;

    public async Task<ConsentedContent?> Read(BodyId body, string block, CancellationToken ct)
    {
        if (await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == body, ct) is not { } found) return null;
        var profile = found.Content with { Answers = new StarterAnswers(), Team = null };
        var unknown = BodiesTexts.Get("unknown");
        IReadOnlyList<IReadOnlyList<string>> rows =
        [
            [BodiesTexts.Get("list.kind"), BodiesTexts.Get($"kind.{profile.Kind}")],
            [BodiesTexts.Get("form.status"), profile.LegalStatus is LegalStatus.Unknown or LegalStatus.None ? unknown : BodiesTexts.Get($"status.{profile.LegalStatus}")],
            [BodiesTexts.Get("form.population"), profile.Population is { } people ? Say.Number(people) : unknown],
            [BodiesTexts.Get("list.provider"), profile.Providers.Count > 0 ? string.Join(", ", profile.Providers) : unknown],
        ];
        return new ConsentedContent(CanonicalJson.Write(profile), [new ConsentedTable(found.DisplayName, [BodiesTexts.Get("relations.what"), BodiesTexts.Get("relations.value")], rows)]);
    }
}
