using System.Globalization;
using ResilienceMonitor.Platform.Ui.Parts;

namespace ResilienceMonitor.Reports.Documents;

/// <summary>A paper as it is printed and downloaded: the same parts for the page, the printer and the word processor.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Mark">Who may not see it, at the top of every page; null: it is public.</param>
/// <param name="Culture">Language of its texts.</param>
/// <param name="Parts">What it says, in order.</param>
public sealed record ReportDocument(string Title, string? Mark, CultureInfo Culture, IReadOnlyList<ReportPart> Parts)
{
    /// <summary>Stands above the title until the body puts its own there; null: the paper needs none.</summary>
    public string? Letterhead { get; init; }
}

/// <summary>A part of a paper.</summary>
public abstract record ReportPart;

/// <summary>A heading below the title.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Text">Its words.</param>
public sealed record ReportHeading(int Level, string Text) : ReportPart;

public sealed record ReportParagraph(string Text, ParagraphLook Look = ParagraphLook.Plain) : ReportPart;

public enum ParagraphLook
{
    Plain,

    /// <summary>What matters most, said first.</summary>
    Lead,

    /// <summary>Notes below a table or at the end.</summary>
    Small,

    /// <summary>To be replaced by the body, such as its letterhead.</summary>
    Blank,
}

public sealed record ReportList(IReadOnlyList<string> Items, bool Numbered = false) : ReportPart;

/// <summary>Names and values without a line of headings.</summary>
/// <param name="Title">What it holds, for those who do not see it.</param>
/// <param name="Rows">A name and its value each.</param>
public sealed record ReportFields(string Title, IReadOnlyList<(string Name, string Value)> Rows) : ReportPart;

/// <param name="Title">Stands above the table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record ReportTable(string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows) : ReportPart;

/// <param name="Head">Heading.</param>
/// <param name="Weight">Width in relation to the other columns.</param>
/// <param name="Number">Aligned to the right.</param>
public sealed record ReportColumn(string Head, double Weight, bool Number = false);

/// <param name="Cells">A text for each column.</param>
/// <param name="Sum">A sum of rows above; its name reaches over the empty cells behind it.</param>
public sealed record ReportRow(IReadOnlyList<string> Cells, bool Sum = false)
{
    /// <summary>Cells the first one reaches over, itself included.</summary>
    public int FirstSpan => Sum ? 1 + Cells.Skip(1).TakeWhile(c => c.Length == 0).Count() : 1;
}

/// <summary>The heat strip as a table: one row a service, time to the right, the most likely state as shade and word.</summary>
/// <param name="Title">Stands above it.</param>
/// <param name="Description">The same in words, for those who do not see it.</param>
/// <param name="ServiceHead">Heading of the names.</param>
/// <param name="WordsHead">Heading of the words behind each row.</param>
/// <param name="Moments">Headings of the moments.</param>
/// <param name="Rows">Most urgent first.</param>
public sealed record ReportStrip(string Title, string Description, string ServiceHead, string WordsHead, IReadOnlyList<string> Moments, IReadOnlyList<ReportStripRow> Rows) : ReportPart;

/// <param name="Name">The service.</param>
/// <param name="Spans">Together as long as there are moments.</param>
/// <param name="Words">Its course in a sentence.</param>
public sealed record ReportStripRow(string Name, IReadOnlyList<ReportSpan> Spans, string Words);

/// <param name="State">What is most likely.</param>
/// <param name="Word">The state in a word.</param>
/// <param name="Moments">How many moments it lasts.</param>
public sealed record ReportSpan(ServiceState State, string Word, int Moments);
