using System.Globalization;
using ResilienceMonitor.Platform.Web;

namespace ResilienceMonitor.Platform.Api;

/// <summary>
/// Says no to a program (RFC 9457): a stable code and a sentence in its language. What is missing and what belongs to others gets the very same answer,
/// whatever the rule that found out was called.
/// </summary>
public static class ApiProblem
{
    private const string Missing = ".not-found";

    /// <summary>Refusals whose status does not follow from what they are: all others are 422, well-formed but against a rule.</summary>
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["item.changed-meanwhile"] = StatusCodes.Status412PreconditionFailed,
        ["item.exists"] = StatusCodes.Status412PreconditionFailed,
        ["header.missing"] = StatusCodes.Status428PreconditionRequired,
        ["page.wrong"] = StatusCodes.Status400BadRequest,
        ["query.wrong"] = StatusCodes.Status400BadRequest,
        ["scenario.not-found"] = StatusCodes.Status422UnprocessableEntity,
        ["sign-in.not-fresh"] = StatusCodes.Status403Forbidden,
        ["body.key-taken"] = StatusCodes.Status409Conflict,
        ["undo.changed-since"] = StatusCodes.Status409Conflict,
        ["undo.too-old"] = StatusCodes.Status409Conflict,
        ["package.too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["package.not-readable"] = StatusCodes.Status400BadRequest,
        ["work.too-much"] = StatusCodes.Status429TooManyRequests,
    };

    public static IResult Of(Refusal refusal)
    {
        var known = Statuses.TryGetValue(refusal.Code, out var status);
        if (!known && refusal.Code.EndsWith(Missing, StringComparison.Ordinal)) return NotFound;
        return Of(known ? status : StatusCodes.Status422UnprocessableEntity, refusal);
    }

    /// <summary>The page for failures writes it, as for an address that does not exist.</summary>
    public static IResult NotFound => TypedResults.StatusCode(StatusCodes.Status404NotFound);

    public static IResult Of(int status, Refusal refusal) => new Answer(status, refusal.Code, refusal.Sentence, null);

    public static IResult Of(IReadOnlyList<ContentError> errors) => new Answer(StatusCodes.Status422UnprocessableEntity, "content.errors", ApiTexts.Get("content.errors"),
        [.. errors.Select(e => new WrongValue(e.Pointer, e.Code, string.Format(CultureInfo.CurrentCulture, ApiTexts.Get(e.Code), e.Arguments)))]);

    private sealed record Answer(int Status, string Code, string Sentence, IReadOnlyList<WrongValue>? Errors) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ProblemAnswer.Write(httpContext, Status, Code, Sentence, Errors);
    }
}

/// <summary>One value that is wrong, for the program and for its person.</summary>
public sealed record WrongValue(string Pointer, string Code, string Detail);

/// <summary>Problem details as they are described in the document.</summary>
public sealed record ProblemDocument(string Type, string Title, int Status, string Code, string Detail, string Reference, IReadOnlyList<WrongValue>? Errors = null);
