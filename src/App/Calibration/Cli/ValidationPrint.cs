using System.Globalization;
using ResilienceMonitor.Calibration.Outages;
using ResilienceMonitor.Calibration.Scoring;

namespace ResilienceMonitor.Calibration.Cli;

/// <summary>A comparison as tables for a terminal.</summary>
internal sealed class ValidationPrint(TextWriter writer)
{
    private const int Narrow = 9;
    private const int Wide = 26;

    public void Write(Validation validation, ulong seed, bool given)
    {
        WriteRows(validation.Comparison.Rows);
        WriteSummaries(validation.Comparison);
        WriteHeadline(validation, seed);
        if (given) WriteGiven(validation);
    }

    private void WriteRows(IReadOnlyList<JudgedRow> rows)
    {
        writer.WriteLine(Line("cli.case", "cli.milestone", "day_min", "day_max", "cli.mark", "P10", "P50", "P90", "cli.scored"));
        foreach (var row in rows)
            writer.WriteLine(Cells(Narrow, row.Case.Id) + Cells(Wide, Name(row.Seen)) + Cells(
                Narrow,
                Day(row.Seen.DayMin),
                row.Seen.DayMax is { } last ? Day(last) : "",
                Word(row.Seen.Mark),
                Day(row.Band?.P10),
                Day(row.Band?.P50),
                Day(row.Band?.P90),
                row.Weight > 0 ? CalibrationTexts.Get("cli.yes") : row.IsConsistent is { } fits ? CalibrationTexts.Get(fits ? "cli.consistent" : "cli.inconsistent") : CalibrationTexts.Get("cli.no")));
    }

    private void WriteSummaries(Comparison comparison)
    {
        writer.WriteLine();
        writer.WriteLine(CalibrationTexts.Get("cli.columns"));
        writer.WriteLine(Cells(Wide, "") + Cells(Narrow, [.. ((string[])["rows", "cases", "coverage", "loss", "n1", "n2", "ratio", "width", "bias", "naive-coverage", "naive-width"]).Select(k => CalibrationTexts.Get($"cli.head.{k}"))]));
        foreach (var summary in comparison.By(r => Milestone(r.Seen.Milestone))) Write(summary, summary.Key);
        foreach (var summary in comparison.By(r => r.Case.Cause.ToString())) Write(summary, CalibrationTexts.Get($"cause.{summary.Key.ToLowerInvariant()}"));
        foreach (var summary in comparison.By(r => r.Case.Id)) Write(summary, summary.Key);
        foreach (var summary in new[] { comparison.Comparable, comparison.Rare, comparison.PerRow, comparison.PerCase }.OfType<Summary>())
            Write(summary, CalibrationTexts.Get($"cli.sum.{summary.Key}"));
    }

    private void WriteHeadline(Validation validation, ulong seed)
    {
        var comparison = validation.Comparison;
        writer.WriteLine();
        if (comparison is { PerRow: { } rows, PerCase: { } cases })
        {
            var (perRow, perCase) = comparison.CoverageIntervals(seed);
            writer.WriteLine(CalibrationTexts.Get("cli.coverage-rows", rows.Coverage, perRow.Low, perRow.High, rows.Rows));
            writer.WriteLine(CalibrationTexts.Get("cli.coverage-cases", cases.Coverage, perCase.Low, perCase.High, cases.Cases));
        }
        else
        {
            writer.WriteLine(CalibrationTexts.Get("cli.nothing-scored"));
        }

        if (validation.GivenRatio is { } ratio) writer.WriteLine(CalibrationTexts.Get("cli.given", ratio - 1, validation.Given.Sum(g => g.Later.Count), validation.Given.Count));
        writer.WriteLine(CalibrationTexts.Get("cli.fitted", string.Join(", ", validation.Numbers.Select(n => $"{n.Key} {n.Value.ToString("0.00", CultureInfo.CurrentCulture)}"))));
    }

    private void WriteGiven(Validation validation)
    {
        writer.WriteLine();
        writer.WriteLine(CalibrationTexts.Get("cli.given-rows"));
        foreach (var (one, later) in validation.Given.SelectMany(g => g.Later.Select(l => (g, l))))
            writer.WriteLine(Cells(Narrow, one.Case) + Cells(Wide, Name(one.First)) + Cells(Narrow, Day(one.First.MiddleDay), one.EffectiveRuns.ToString("0", CultureInfo.CurrentCulture))
                + Cells(Wide, Name(later.Row.Seen)) + Cells(Narrow, Day(later.Row.Seen.MiddleDay)) + Cells(Wide, Band(later.Row.Band!.Value), Band(later.Given)));
    }

    private void Write(Summary s, string name) => writer.WriteLine(Cells(Wide, name) + Cells(
        Narrow,
        s.Rows.ToString(CultureInfo.CurrentCulture),
        s.Cases.ToString(CultureInfo.CurrentCulture),
        Percent(s.Coverage),
        Figure(s.Loss),
        Figure(s.LossN1),
        Figure(s.LossN2),
        s.Ratio is { } ratio ? Figure(ratio) : "",
        s.Width.ToString("0.0", CultureInfo.CurrentCulture),
        s.Bias.ToString("+0.00;-0.00;0.00", CultureInfo.CurrentCulture),
        Percent(s.NaiveCoverage),
        s.NaiveWidth.ToString("0.0", CultureInfo.CurrentCulture)));

    private static string Line(string first, string second, params IEnumerable<string> others) => Cells(Narrow, Head(first)) + Cells(Wide, Head(second)) + Cells(Narrow, [.. others.Select(Head)]);

    private static string Head(string key) => key.StartsWith("cli.", StringComparison.Ordinal) ? CalibrationTexts.Get(key) : key;

    private static string Band(DayBand band) => $"{Day(band.P10)} / {Day(band.P50)} / {Day(band.P90)}";

    private static string Name(Observation seen) =>
        Milestone(seen.Milestone) + (seen.Share is { } share ? $" {share.ToString("0.##", CultureInfo.CurrentCulture)}" : "") + (seen.Service is { } service ? $" {service}" : "");

    private static string Milestone(Milestone milestone) => ObservationReader.Milestones.First(m => m.Value == milestone).Key;

    private static string Word(ObservationMark mark) => ObservationReader.Marks.First(m => m.Value == mark).Key;

    private static string Day(double? day) => day is { } d ? d.ToString(d < 10 ? "0.#" : "0", CultureInfo.CurrentCulture) : "–";

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.CurrentCulture);

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.CurrentCulture);

    private static string Cells(int width, params IReadOnlyList<string> cells) => string.Concat(cells.Select(c => c.Length < width ? c.PadRight(width) : $"{c[..(width - 2)]}… "));
}
