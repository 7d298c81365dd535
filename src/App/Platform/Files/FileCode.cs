namespace ResilienceMonitor.Platform.Files;

/// <summary>Stable codes of what can be wrong with a file; each is the name of a text in FileTexts.resx.</summary>
public static class FileCode
{
    public const string Unreadable = "file.unreadable";
    public const string Damaged = "file.damaged";
    public const string Empty = "file.empty";
    public const string TooLarge = "file.too-large";
    public const string NotATable = "file.not-a-table";
    public const string OldExcel = "file.old-excel";
    public const string OpenDocument = "file.open-document";
    public const string More = "file.more";

    public const string Nul = "file.nul";
    public const string EncodingMixed = "file.encoding-mixed";
    public const string EncodingUnknown = "file.encoding-unknown";
    public const string Delimiter = "file.delimiter";
    public const string QuoteOpen = "file.quote-open";
    public const string QuoteStray = "file.quote-stray";

    public const string ColumnTwice = "file.column-twice";
    public const string ColumnUnnamed = "file.column-unnamed";
    public const string TooManyCells = "file.too-many-cells";
    public const string TooManyColumns = "file.too-many-columns";
    public const string TooManyRows = "file.too-many-rows";
    public const string TooManyValues = "file.too-many-values";
    public const string CellTooLong = "file.cell-too-long";
    public const string TextTooLong = "file.text-too-long";

    public const string ArchiveEntries = "file.archive-entries";
    public const string ArchiveUnpacked = "file.archive-unpacked";
    public const string ArchiveNested = "file.archive-nested";
    public const string ArchiveEncrypted = "file.archive-encrypted";
    public const string ArchivePath = "file.archive-path";

    public const string Macros = "file.macros";
    public const string ExternalLinks = "file.external-links";
    public const string Embedded = "file.embedded";
    public const string NoSheet = "file.no-sheet";
    public const string Formula = "file.formula";
    public const string ErrorValue = "file.error-value";
    public const string CellBroken = "file.cell-broken";
    public const string Merged = "file.merged";
    public const string SheetsIgnored = "file.sheets-ignored";
}
