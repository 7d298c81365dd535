using NodaTime;
using ResilienceMonitor.Bodies.Relations;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Tenancy;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>What one's own body lets others see, for programs.</summary>
public static class ConsentRoutes
{
    public static void MapConsents(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("consents");
        api.MapGet("/bodies/{body}/consents", List).Needs(Consents.View, "listConsents", "The newest consents your body gave, with every use.").Gives<PageAnswer<ConsentAnswer>>();
        api.MapPost("/bodies/{body}/consents", Grant).Needs(Consents.Edit, "createConsent", "Lets another body or one adviser see one block of your body.")
            .Takes<NewConsent>().Gives<CreatedConsent>(StatusCodes.Status201Created);
        api.MapDelete("/bodies/{body}/consents/{id}", Revoke).Needs(Consents.Edit, "deleteConsent", "Ends a consent at once.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(string body, HttpContext http, BodyOfAddress bodies, ListConsents consents)
    {
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        var given = await consents.Given(http.RequestAborted);
        return ApiJson.Ok(new PageAnswer<ConsentAnswer>([.. given.Select(Answer)], null));
    }

    private static async Task<IResult> Grant(string body, HttpContext http, BodyOfAddress bodies, GrantConsent grant)
    {
        var (asked, problem) = await ApiJson.Read<NewConsent>(http);
        if (asked is null) return problem!;
        if (TooLong(asked) is { Count: > 0 } errors) return ApiProblem.Of(errors);
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        var granted = await grant.Run(
            new ConsentRequest(asked.ForAdviser, asked.Grantee, asked.GranteeName, asked.Block, asked.Purpose, Instant.FromDateTimeOffset(asked.Until)), http.RequestAborted);
        return granted.Refusal is { } refusal ? ApiProblem.Of(refusal) : ApiJson.Created(http, ApiRoutes.Address("bodies", body, "consents"), new CreatedConsent(granted.Value));
    }

    private static async Task<IResult> Revoke(string body, string id, HttpContext http, BodyOfAddress bodies, RevokeConsent revoke)
    {
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        if (!Guid.TryParse(id, out var consent)) return ApiProblem.NotFound;
        var revoked = await revoke.Run(consent, http.RequestAborted);
        return revoked.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.NoContent();
    }

    private static List<ContentError> TooLong(NewConsent asked) =>
        [.. new[] { ("/grantee", asked.Grantee, Limits.NameLength), ("/granteeName", asked.GranteeName, Limits.NameLength), ("/block", asked.Block, Limits.KeyLength), ("/purpose", asked.Purpose, Limits.ReasonLength) }
            .Where(f => f.Item2.Length > f.Item3).Select(f => new ContentError(f.Item1, "error.long", f.Item3))];

    private static ConsentAnswer Answer(GivenConsent given) => new(
        given.Consent.Id, given.Consent.GranteeName, given.Consent.AdviserId is not null, given.Consent.Block, given.Consent.Purpose,
        given.Consent.From.ToDateTimeOffset(), given.Consent.Until.ToDateTimeOffset(), given.Holds, [.. given.Uses.Select(u => u.ToDateTimeOffset())]);
}

/// <summary>A consent and when it was used.</summary>
public sealed record ConsentAnswer(
    Guid Id, string GranteeName, bool ForAdviser, string Block, string Purpose, DateTimeOffset From, DateTimeOffset Until, bool Holds, IReadOnlyList<DateTimeOffset> Uses);

/// <summary>A consent to be given.</summary>
/// <param name="ForAdviser">One person instead of a body.</param>
/// <param name="Grantee">Code of the other body, or user name or e-mail address of the adviser.</param>
/// <param name="GranteeName">How your own people call them.</param>
/// <param name="Block"><c>profile</c>, <c>model</c>, <c>results</c>, or one item such as <c>services/identity-card</c>.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Until">Until when.</param>
public sealed record NewConsent(bool ForAdviser, string Grantee, string GranteeName, string Block, string Purpose, DateTimeOffset Until);

/// <summary>The id of a new consent.</summary>
public sealed record CreatedConsent(Guid Id);
