using Microsoft.EntityFrameworkCore;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies;

/// <summary>The opening questions, as long as nobody has said anything about the body.</summary>
public sealed class StepsOfBody(AppDb db, Actor actor) : IFirstSteps
{
    public async Task<IReadOnlyList<FirstStep>> Open(CancellationToken ct) =>
        actor.Scope.Acting is { } acting && actor.May(BodiesFeature.Edit) && await db.Bodies.AsNoTracking().FirstOrDefaultAsync(b => b.BodyId == acting, ct) is { IsDescribed: false } body
            ? [new FirstStep(20, string.Format(null, BodiesTexts.Get("step.questions"), body.DisplayName), BodiesTexts.Get("step.questions-why"), $"/bodies/{Uri.EscapeDataString(body.Key)}/questions")]
            : [];
}
