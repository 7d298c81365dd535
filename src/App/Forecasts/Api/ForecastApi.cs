using System.Globalization;
using ResilienceMonitor.Bodies;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Api;

namespace ResilienceMonitor.Forecasts.Api;

/// <summary>Forecasts and rankings for programs: the same documents as on the command line.</summary>
public static class ForecastApi
{
    public static void MapForecastApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("forecasts");
        api.MapGet("/bodies/{body}/forecast", Simulate)
            .Needs(ForecastsFeature.Simulate, "getForecast", "How long a body is out, as resmon simulate --json writes it. What was simulated before is read.").Gives<ForecastDocument>().WithMetadata(new SelectionMark());
        api.MapGet("/bodies/{body}/remaining", Remaining)
            .Needs(ForecastsFeature.Simulate, "getRemaining", "How long a body in an outage is still out, given what is back, as resmon remaining --json writes it.").Gives<RemainingDocument>().WithMetadata(new SelectionMark());
        api.MapGet("/bodies/{body}/ranking", Rank)
            .Needs(ForecastsFeature.Simulate, "getRanking", "What helps most, as resmon rank --json writes it. While it is being computed: 202 with the address of its progress.")
            .Gives<RankingDocument>().Gives<StartedWork>(StatusCodes.Status202Accepted).WithMetadata(new SelectionMark());
    }

    private static async Task<IResult> Simulate(string body, string? scenario, string? runs, string? seed, string? accuracy, HttpContext http, BodyDirectory bodies, SimulateOutage simulate)
    {
        var selection = await Read(body, scenario, runs, seed, Limits.ApiRuns, bodies, http.RequestAborted);
        if (selection.Refusal is { } wrong) return ApiProblem.Of(wrong);
        var asked = selection.Value;
        if (accuracy is not null)
        {
            if (!double.TryParse(accuracy, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)) return ApiProblem.Of(Refusal.Of<ApiTexts>("query.wrong", "accuracy"));
            asked = asked with { Accuracy = percent / 100, Runs = runs is null ? Limits.ApiRuns : asked.Runs };
        }

        var simulated = await simulate.Run(asked, null, http.RequestAborted);
        return simulated.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.Content(ForecastDocument.Of(simulated.Value, asked).ToJson(), "application/json");
    }

    private static async Task<IResult> Remaining(
        string body, string? hours, string[]? back, bool? othersStandStill, string? scenario, string? runs, string? seed, HttpContext http, BodyDirectory bodies, ForecastRemaining remaining)
    {
        var selection = await Read(body, scenario, runs, seed, Limits.ApiRuns, bodies, http.RequestAborted, ForecastRemaining.UsualRuns);
        if (selection.Refusal is { } wrong) return ApiProblem.Of(wrong);
        var lasted = 0.0;
        if (hours is not null && !double.TryParse(hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out lasted)) return ApiProblem.Of(Refusal.Of<ApiTexts>("query.wrong", "hours"));
        var returns = SoFarText.Read(back ?? []);
        if (returns.Refusal is { } unreadable) return ApiProblem.Of(unreadable);
        var remained = await remaining.Run(selection.Value, new() { Hours = lasted, Returns = returns.Value, OthersStandStill = othersStandStill == true }, null, http.RequestAborted);
        return remained.Refusal is { } refusal ? ApiProblem.Of(refusal) : TypedResults.Content(RemainingDocument.Of(remained.Value, selection.Value).ToJson(), "application/json");
    }

    private static async Task<IResult> Rank(string body, string? scenario, string? runs, string? seed, HttpContext http, BodyDirectory bodies, RankMeasures rank, ForecastWork work)
    {
        var selection = await Read(body, scenario, runs, seed, Limits.Runs, bodies, http.RequestAborted);
        if (selection.Refusal is { } wrong) return ApiProblem.Of(wrong);
        var ranked = await rank.Find(selection.Value, http.RequestAborted);
        if (ranked.Refusal is { } refusal) return ApiProblem.Of(refusal);
        if (ranked.Value is { } ranking) return TypedResults.Content(RankingDocument.Of(ranking, null, selection.Value).ToJson(), "application/json");
        var started = await work.Rank(selection.Value, http.RequestAborted);
        if (started.Refusal is { } busy) return ApiProblem.Of(busy);
        var address = $"/progress/{started.Value.Key}";
        http.Response.Headers.RetryAfter = "2";
        return TypedResults.Accepted(address, new StartedWork(address));
    }

    internal static async Task<Result<Selection>> Read(string body, string? scenario, string? runs, string? seed, int most, BodyDirectory bodies, CancellationToken ct, int usual = UsualScenario.Runs)
    {
        var found = await bodies.Find(body, ct);
        if (found.Refusal is { } refusal) return refusal;
        var count = usual;
        if (runs is not null && !(int.TryParse(runs, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1 && count <= most)) return Refusal.Of<ApiTexts>("query.wrong", "runs");
        var start = 1UL;
        if (seed is not null && !ulong.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out start)) return Refusal.Of<ApiTexts>("query.wrong", "seed");
        return new Selection { Body = body, Scenario = scenario ?? UsualScenario.Of(found.Value.Content), Runs = count, Seed = start };
    }
}

/// <summary>Work that takes longer than an answer.</summary>
/// <param name="Progress">Where to ask how far it is; then ask for the result again.</param>
public sealed record StartedWork(string Progress);

/// <summary>The endpoint takes <c>scenario</c>, <c>runs</c> and <c>seed</c>.</summary>
public sealed record SelectionMark;
