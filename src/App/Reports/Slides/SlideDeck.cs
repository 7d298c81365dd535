using System.Globalization;
using ResilienceMonitor.Reports.Documents;

namespace ResilienceMonitor.Reports.Slides;

/// <summary>Slides to talk along, each with one message.</summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Mark">At the foot of every slide: who may not see it.</param>
/// <param name="Culture">Language of the texts.</param>
/// <param name="Slides">In order.</param>
public sealed record SlideDeck(string Title, string Mark, CultureInfo Culture, IReadOnlyList<ReportSlide> Slides);

/// <param name="Title">The message.</param>
/// <param name="Lines">What stands below it.</param>
/// <param name="Picture">A table or strip below the lines; null: none.</param>
/// <param name="Notes">What to say.</param>
public sealed record ReportSlide(string Title, IReadOnlyList<string> Lines, ReportPart? Picture, string Notes);
