using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Services;

/// <summary>Services, where an administration with a model of its own has none: nothing can be computed for it.</summary>
public sealed class StepsOfModel(AppDb db, Actor actor) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> Open(CancellationToken ct)
    {
        if (actor.Scope.Acting is not { } acting || !actor.May(ServicesFeature.Edit)) return [];
        var body = await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == acting, ct);
        return body?.Content is { OwnModel: true, Kind: BodyKind.Municipality or BodyKind.District } && !await db.Services.AnyAsync(s => s.BodyId == acting, ct)
            ? [new FirstStep(20, ServicesTexts.Get("step.services"), ServicesTexts.Get("step.services-why"), $"/services?body={Uri.EscapeDataString(body.Key)}")]
            : [];
    }
}
