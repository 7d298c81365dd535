namespace ResilienceMonitor.Tables.Import;

/// <summary>Stable codes of what can be wrong with a table; each is the name of a text in TablesTexts.resx.</summary>
public static class TableCode
{
    public const string TextTooLong = "table.text-too-long";
    public const string TextCharacters = "table.text-characters";
    public const string Key = "table.key";
    public const string NotNumber = "table.not-number";
    public const string NotWhole = "table.not-whole";
    public const string OutOfRange = "table.out-of-range";
    public const string NotTick = "table.not-tick";
    public const string NotDay = "table.not-day";
    public const string ListTooLong = "table.list-too-long";
    public const string Pattern = "table.pattern";
    public const string WordNear = "table.word-near";
    public const string WordUnknown = "table.word-unknown";
    public const string Spread = "table.spread";

    public const string Missing = "table.missing";
    public const string NameMissing = "table.name-missing";
    public const string CatalogueUnknown = "table.catalogue-unknown";
    public const string Unknown = "table.unknown";
    public const string UnknownNear = "table.unknown-near";
    public const string Ambiguous = "table.ambiguous";
    public const string Twice = "table.twice";
    public const string OwnerMissing = "table.owner-missing";
    public const string OwnerTwice = "table.owner-twice";
    public const string Place = "table.place";
    public const string RestartLate = "table.rto";
    public const string ReasonMissing = "table.reason-missing";
    public const string DayMissing = "table.day-missing";
    public const string RowUnreadable = "table.row-unreadable";
    public const string RowInCircle = "table.row-in-circle";

    public const string SheetHidden = "table.sheet-hidden";
    public const string SheetUnknown = "table.sheet-unknown";
    public const string ColumnHidden = "table.column-hidden";
    public const string ColumnUnknown = "table.column-unknown";
    public const string ColumnTwice = "table.column-twice";
    public const string Product = "table.product";
    public const string NothingGone = "table.nothing-gone";
    public const string NoTable = "table.no-table";
}
