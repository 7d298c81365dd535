using System.Security;
using System.Text;
using ResilienceMonitor.App.Tests.Platform.Files;

namespace ResilienceMonitor.App.Tests.Tables;

/// <summary>A list as towns keep it: titles in joined cells, two lines of headings, hidden columns and sheets, and 300 rows of which 25 are wrong, each in another way.</summary>
internal static class MessyList
{
    public const int Rows = 300;
    public const int FirstRow = 6;

    private const int Every = 12;
    private const string Formula = "=SUM(A1)";
    private const string Error = "#REF!";

    private static readonly string[] Groups = ["Stammdaten", "", "", "", "Wiederherstellung", "", "", "", "Netzsegment (Schlüssel)", "Bemerkung", "Geforderte Zeit", ""];

    private static readonly string[] Heads =
        ["Schlüssel", "Name", "Art", "Betrieben von", "Wiederherstellung (Personenstunden)", "Gleichzeitig daran (Personen)", "Datensicherung brauchbar (%)", "Mehrarbeit ohne Sicherung (Faktor)", "", "Notiz des Bauhofs", "Geforderte Zeit (Stunden)", "Begründung der geforderten Zeit"];

    /// <summary>What is wrong: column, what stands there, and the code of the sentence.</summary>
    public static IReadOnlyList<(int Column, string Value, string Code)> Faults { get; } =
    [
        (5, "viele", "table.not-whole"), (5, "1,5", "table.not-whole"), (5, "0", "table.out-of-range"), (6, "120", "table.out-of-range"), (6, "gut", "table.not-number"),
        (7, "-1", "table.out-of-range"), (7, "3.11.2025", "table.not-number"), (2, "Rakete", "table.word-unknown"), (2, "Fachverfaren", "table.word-near"), (2, "", "table.missing"),
        (3, "niemandem", "table.word-unknown"), (0, "schlüssel/mit/strich", "table.key"), (0, "liste-1", "table.twice"), (0, new string('x', 121), "table.key"), (4, "12 – 5 – 2", "table.spread"),
        (4, "lange", "table.spread"), (4, "50 %: 3", "table.spread"), (8, "nirgends", "table.unknown"), (8, "aplications", "table.unknown-near"), (1, new string('n', 201), "table.text-too-long"),
        (1, "Ver\u202Efahren", "table.text-characters"), (10, "48", "table.reason-missing"), (10, "999999", "table.out-of-range"), (6, Formula, "file.formula"), (5, Error, "file.error-value"),
    ];

    public static int RowOf(int fault) => FirstRow + fault * Every + 5;

    /// <summary>As a workbook.</summary>
    public static byte[] Workbook()
    {
        var xml = new StringBuilder();
        xml.Append("<cols><col min=\"10\" max=\"10\" hidden=\"1\"/></cols><sheetData>");
        Line(xml, 1, ["Fachverfahrensliste der Stadt Musterstadt – Stand: 3. November 2026"]);
        Line(xml, 2, ["vertraulich", "", "bearbeitet von: Hauptamt"]);
        Line(xml, 4, Groups);
        Line(xml, 5, Heads);
        foreach (var (place, row) in Table().Index()) Line(xml, FirstRow + place, row);
        xml.Append("</sheetData><mergeCells><mergeCell ref=\"A1:L1\"/><mergeCell ref=\"A4:D4\"/><mergeCell ref=\"E4:H4\"/><mergeCell ref=\"I4:I5\"/><mergeCell ref=\"K4:L4\"/></mergeCells>");
        return new WorkbookFile().Sheet("alt", "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>Name</t></is></c></row></sheetData>", "hidden").Sheet("Fachverfahren 2026", xml.ToString()).Bytes();
    }

    /// <summary>As a text file of an older German spreadsheet program; it knows neither formulas nor errors.</summary>
    public static byte[] Text()
    {
        var text = new StringBuilder("Fachverfahrensliste der Stadt Musterstadt;;\r\nvertraulich;;\r\n\r\n").AppendJoin(';', Groups).Append("\r\n").AppendJoin(';', Heads).Append("\r\n");
        foreach (var row in Table()) text.AppendJoin(';', row.Select(c => c is Formula or Error ? "2" : c.Replace("\u202E", "", StringComparison.Ordinal))).Append("\r\n");
        return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text.ToString());
    }

    private static IEnumerable<string[]> Table()
    {
        for (var place = 0; place < Rows; place++)
        {
            string[] row = [$"liste-{place + 1}", $"Verfahren für Bürgerinnen, Straßen und Öfen {place + 1}", "Fachverfahren", "im eigenen Haus", "16 – 40 – 80", "2", "85", "1,5", "", "Ölheizung", "", ""];
            if ((place - 5) % Every == 0 && (place - 5) / Every is >= 0 and var fault && fault < Faults.Count) row[Faults[fault].Column] = Faults[fault].Value;
            yield return row;
        }
    }

    private static void Line(StringBuilder xml, int number, IReadOnlyList<string> cells)
    {
        xml.Append(null, $"<row r=\"{number}\">");
        foreach (var (column, cell) in cells.Index().Where(c => c.Item.Length > 0))
        {
            var at = $"{(char)('A' + column)}{number}";
            if (cell == Formula) xml.Append(null, $"<c r=\"{at}\"><f>SUM(A1)</f><v>3</v></c>");
            else if (cell == Error) xml.Append(null, $"<c r=\"{at}\" t=\"e\"><v>#REF!</v></c>");
            else xml.Append(null, $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>");
        }

        xml.Append("</row>");
    }
}
