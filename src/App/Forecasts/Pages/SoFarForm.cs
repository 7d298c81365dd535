using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using ResilienceMonitor.Forecasts.Remaining;
using ResilienceMonitor.Platform;
using ResilienceMonitor.Platform.Ui.Forms;

namespace ResilienceMonitor.Forecasts.Pages;

/// <summary>What is known of an outage as it stands in the address of the page, so that it can be kept, shared and added to.</summary>
public sealed class SoFarForm
{
    private const string StandStill = "still";
    private const double HoursOfDay = 24;

    public string? Days { get; private init; }
    public string? Hours { get; private init; }
    public string? Others { get; private init; }

    /// <summary>What was typed, without empty rows.</summary>
    public IReadOnlyList<SoFarRow> Rows { get; private init; } = [];

    /// <summary>False when the page was only opened.</summary>
    public bool Sent => Days is not null || Hours is not null || Rows.Count > 0;

    public static SoFarForm Read(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString() is { Length: > 0 and <= Limits.NameLength } text ? text : null;
        return new()
        {
            Days = Text(nameof(Days)),
            Hours = Text(nameof(Hours)),
            Others = Text(nameof(Others)),
            Rows = [.. Enumerable.Range(1, Limits.KnownReturns).Select(i => new SoFarRow(Text($"What{i}"), Text($"Level{i}"), Text($"Day{i}"), Text($"Hour{i}"))).Where(r => !r.IsEmpty)],
        };
    }

    /// <summary>What the person said; null with errors when it cannot be so.</summary>
    /// <param name="errors">Gets everything that is wrong.</param>
    /// <param name="knowable">What can be named; null: not known.</param>
    public OutageSoFar? Check(FieldErrors errors, Knowable? knowable)
    {
        var hours = Since(errors, nameof(Days), Days, nameof(Hours), Hours);
        var read = Rows.Index().Select(r => (r.Index, Known: Return(errors, r.Index, r.Item))).Where(r => r.Known is not null).ToList();
        foreach (var (row, part, reason) in SoFarCheck.Problems(hours, [.. read.Select(r => r.Known!)], knowable))
            errors.Add(row is { } at ? SoFarRow.Field(part == SoFarPart.What ? "What" : "Day", read[at].Index) : nameof(Days), reason);
        return errors.Count > 0 || hours is null ? null : new() { Hours = hours.Value, Returns = [.. read.Select(r => r.Known!)], OthersStandStill = Others == StandStill };
    }

    /// <summary>The same address with further values.</summary>
    public string Href(string address, params (string Name, string? Value)[] more) => QueryHelpers.AddQueryString(address, Values().Concat(more).Where(v => !string.IsNullOrEmpty(v.Value))
        .Select(v => KeyValuePair.Create(v.Name, v.Value)));

    private IEnumerable<(string Name, string? Value)> Values() =>
    [
        (nameof(Days), Days), (nameof(Hours), Hours), (nameof(Others), Others),
        .. Rows.Index().SelectMany(r => (IEnumerable<(string, string?)>)[
            (SoFarRow.Field("What", r.Index), r.Item.What), (SoFarRow.Field("Level", r.Index), r.Item.Level), (SoFarRow.Field("Day", r.Index), r.Item.Day), (SoFarRow.Field("Hour", r.Index), r.Item.Hour)]),
    ];

    private static KnownReturn? Return(FieldErrors errors, int index, SoFarRow row)
    {
        var hours = Since(errors, SoFarRow.Field("Day", index), row.Day, SoFarRow.Field("Hour", index), row.Hour);
        var parts = row.What?.Split(':', 2);
        if (parts is not [var thing, var key] || !Enum.TryParse<KnownThing>(thing, out var known) || !Enum.IsDefined(known))
        {
            errors.Add(SoFarRow.Field("What", index), ForecastsTexts.Get("so-far.what-missing"));
            return null;
        }

        var level = Enum.TryParse<ServiceLevel>(row.Level, out var said) && Enum.IsDefined(said) ? said : ServiceLevel.Own;
        return hours is null ? null : new KnownReturn(known, key, level, hours.Value);
    }

    // Days and hours after the start; one of them may be left out.
    private static double? Since(FieldErrors errors, string dayField, string? day, string hourField, string? hour)
    {
        var days = errors.Number(dayField, day, required: hour is null);
        var hours = errors.Number(hourField, hour, 0, HoursOfDay - 1, required: false);
        return errors[dayField] is null && errors[hourField] is null ? (days ?? 0) * HoursOfDay + (hours ?? 0) : null;
    }
}

/// <summary>One row of the form: what is back, how far, and since when.</summary>
public sealed record SoFarRow(string? What, string? Level, string? Day, string? Hour)
{
    public bool IsEmpty => What is null && Day is null && Hour is null;

    public static string Field(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}{index + 1}");
}
