using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;
using ResilienceMonitor.Platform.Identity;

namespace ResilienceMonitor.Bodies.Api;

/// <summary>The people and tokens of one's own body, for programs. Secrets are made by persons who have just signed in.</summary>
public static class PeopleRoutes
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("people");
        api.MapGet("/bodies/{body}/members", Members).Needs(People.View, "listMembers", "The people of your body.").Gives<PageAnswer<MemberAnswer>>();
        api.MapPut("/bodies/{body}/members/{user}", Change).Needs(People.Edit, "putMember", "Changes the roles of somebody; no roles take them out.")
            .Takes<MemberRoles>().Produces(StatusCodes.Status204NoContent).NeedsVersion();
        api.MapGet("/bodies/{body}/tokens", Tokens).Needs(People.Tokens, "listTokens", "The newest tokens of your body, without their secrets.").Gives<PageAnswer<TokenAnswer>>();
        api.MapPost("/bodies/{body}/tokens", Create).Needs(People.Tokens, "createToken", "Makes a token; it is shown once. Only for a person who has just signed in.")
            .Takes<NewToken>().Gives<CreatedToken>(StatusCodes.Status201Created);
        api.MapDelete("/bodies/{body}/tokens/{id}", Revoke).Needs(People.Tokens, "deleteToken", "Ends a token at once.").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Members(string body, HttpContext http, BodyOfAddress bodies, ListMembers members)
    {
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        var found = await members.Run(http.RequestAborted);
        if (found.Refusal is { } refusal) return ApiProblem.Of(refusal);
        return ApiJson.Ok(new PageAnswer<MemberAnswer>([.. found.Value.Members.Select(m => new MemberAnswer(m.User, m.Name, m.Roles, m.FromGroups, $"{m.RowVersion}"))], null));
    }

    private static async Task<IResult> Change(string body, string user, HttpContext http, BodyOfAddress bodies, ChangeRoles change)
    {
        var expected = ETag.Expected(http);
        if (expected.Refusal is { } missing) return ApiProblem.Of(missing);
        var (asked, problem) = await ApiJson.Read<MemberRoles>(http);
        if (asked is null) return problem!;
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        if (!Guid.TryParse(user, out var id)) return ApiProblem.NotFound;
        var changed = await change.Run(id, int.TryParse(expected.Value, out var version) ? version : -1, asked.Roles, http.RequestAborted);
        return changed.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.NoContent();
    }

    private static async Task<IResult> Tokens(string body, HttpContext http, BodyOfAddress bodies, ListTokens tokens)
    {
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        var found = await tokens.Run(http.RequestAborted);
        return ApiJson.Ok(new PageAnswer<TokenAnswer>(
            [.. found.Select(t => new TokenAnswer(t.Id, t.Name, t.Scopes, t.CreatedAt.ToDateTimeOffset(), t.EndsAt.ToDateTimeOffset(), t.RevokedAt?.ToDateTimeOffset()))], null));
    }

    private static async Task<IResult> Create(string body, HttpContext http, BodyOfAddress bodies, CreateToken create)
    {
        var (asked, problem) = await ApiJson.Read<NewToken>(http);
        if (asked is null) return problem!;
        if (asked.Name.Trim().Length is 0 or > Limits.NameLength) return ApiProblem.Of([new ContentError("/name", "error.value")]);
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        var created = await create.Run(asked.Name.Trim(), asked.Scopes, NodaTime.Instant.FromDateTimeOffset(asked.EndsAt), http.RequestAborted);
        return created.Refusal is { } refusal ? ApiProblem.Of(refusal) : ApiJson.Created(http, ApiRoutes.Address("bodies", body, "tokens"), new CreatedToken(created.Value));
    }

    private static async Task<IResult> Revoke(string body, string id, HttpContext http, BodyOfAddress bodies, RevokeToken revoke)
    {
        if ((await bodies.FindActing(body, http.RequestAborted)).Refusal is { } foreign) return ApiProblem.Of(foreign);
        if (!Guid.TryParse(id, out var token)) return ApiProblem.NotFound;
        var revoked = await revoke.Run(token, http.RequestAborted);
        return revoked.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.NoContent();
    }
}

/// <summary>Somebody of the body.</summary>
public sealed record MemberAnswer(Guid User, string Name, IReadOnlyList<Role> Roles, bool FromGroups, string Version);

/// <summary>What somebody may do; no roles take them out.</summary>
public sealed record MemberRoles(IReadOnlyList<Role> Roles);

/// <summary>A token without its secret.</summary>
public sealed record TokenAnswer(Guid Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset EndsAt, DateTimeOffset? RevokedAt = null);

/// <summary>A token to be made.</summary>
/// <param name="Name">What the program is for.</param>
/// <param name="Scopes">Codes of permissions.</param>
/// <param name="EndsAt">When it stops working, at most a year from now.</param>
public sealed record NewToken(string Name, IReadOnlyList<string> Scopes, DateTimeOffset EndsAt);

/// <summary>The token as a program sends it; it is shown this once.</summary>
public sealed record CreatedToken(string Token);
