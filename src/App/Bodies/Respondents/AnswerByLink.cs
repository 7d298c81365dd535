using Microsoft.EntityFrameworkCore;
using NodaTime;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Data;
using ResilienceMonitor.Platform.Identity;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Respondents;

/// <summary>
/// Takes answers to the opening questions from people without an account, until their link ends or is revoked. They see the questions and the name of
/// the body, never an answer. Guessed, foreign, ended and revoked links answer alike.
/// </summary>
public sealed class AnswerByLink(UnitsOfWork units)
{
    public static readonly Permission Answer = new("bodies.answer", Role.Respondent);

    /// <summary>Name of the body that asks.</summary>
    public Task<Result<string>> Open(string? link, CancellationToken ct) => Inside<string>(link, (answering, parsed) => answering.NameOf(parsed, ct));

    public Task<Result<bool>> Run(string? link, RespondentAnswers answers, CancellationToken ct) => Inside<bool>(link, (answering, parsed) => answering.Save(parsed, answers, ct));

    private async Task<Result<T>> Inside<T>(string? link, Func<Answering, LinkSecret, Task<Result<T>>> work) =>
        LinkSecret.Parse(link) is { } parsed ? await units.RunAs<Answering, Result<T>>(Respondent(parsed), a => work(a, parsed)) : NotFound;

    private static Refusal NotFound => Refusal.Of<PeopleTexts>("link.not-found");

    // In the body the link names, which is believed only after the secret has matched.
    private static Actor Respondent(LinkSecret link) => new(new ActorId($"link:{link.Id:N}"), TenantScope.Only(link.Body), p => p.IsGrantedTo([Role.Respondent])) { Roles = [Role.Respondent] };

    /// <summary>The work inside the body that asks.</summary>
    public sealed class Answering(AppDb db, Actor actor, IClock clock)
    {
        internal async Task<Result<string>> NameOf(LinkSecret link, CancellationToken ct)
        {
            actor.Must(Answer);
            return await Find(link, ct) is { } body ? body.DisplayName : NotFound;
        }

        internal async Task<Result<bool>> Save(LinkSecret link, RespondentAnswers answers, CancellationToken ct)
        {
            actor.Must(Answer);
            if (await Find(link, ct) is not { } body) return NotFound;
            body.Content = answers.PutInto(body.Content, clock.GetCurrentInstant().InUtc().Date);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Refusal.Of<PlatformTexts>("item.changed-meanwhile");
            }

            return true;
        }

        private async Task<Body?> Find(LinkSecret link, CancellationToken ct)
        {
            var invitation = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.BodyId == link.Body && i.Id == link.Id, ct);
            var holds = link.Matches(invitation?.SecretHash ?? new string('0', 64)) && invitation is { RevokedAt: null }
                && invitation.Roles.Contains(Role.Respondent) && clock.GetCurrentInstant() < invitation.EndsAt;
            return holds ? await db.Bodies.FirstOrDefaultAsync(b => b.BodyId == link.Body, ct) : null;
        }
    }
}
