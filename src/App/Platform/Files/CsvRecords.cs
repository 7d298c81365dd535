using System.Text;

namespace ResilienceMonitor.Platform.Files;

/// <summary>The records of one text, one after the other.</summary>
internal sealed class CsvRecords(string text, int start, int firstRow, char delimiter, TableLimits limits)
{
    private readonly StringBuilder _cell = new();
    private int _at = start;

    /// <summary>Number of the record last read; a record with line breaks in quotation marks is one row, as on screen.</summary>
    public int Row { get; private set; } = firstRow - 1;

    public List<string>? Next()
    {
        if (_at >= text.Length)
            return null;
        Row++;
        var cells = new List<string>();
        while (true)
        {
            if (cells.Count == limits.Columns)
                throw new FileRefusedException(FileTexts.Problem(FileCode.TooManyColumns, limits.Columns) with { Row = Row });
            cells.Add(Cell());
            if (_at >= text.Length || EndsLine())
                return cells;
            _at++;
        }
    }

    private string Cell()
    {
        if (_at < text.Length && text[_at] == '"')
            return QuotedCell();
        var length = text.AsSpan(_at).IndexOfAny(delimiter, '\r', '\n');
        var cell = length < 0 ? text.AsSpan(_at) : text.AsSpan(_at, length);
        if (cell.Length > limits.CellCharacters)
            throw new FileRefusedException(FileTexts.Problem(FileCode.CellTooLong, limits.CellCharacters) with { Row = Row });
        _at += cell.Length;
        return cell.ToString();
    }

    private string QuotedCell()
    {
        _cell.Clear();
        _at++;
        while (true)
        {
            var length = text.AsSpan(_at).IndexOf('"');
            // Without its end a quotation mark swallows the rest of the file: the row in which it opened is what helps.
            if (length < 0 || _cell.Length + length > limits.CellCharacters)
                throw new FileRefusedException(FileTexts.Problem(FileCode.QuoteOpen, limits.CellCharacters) with { Row = Row });
            _cell.Append(text, _at, length);
            _at += length + 1;
            if (_at >= text.Length || text[_at] != '"')
                break;
            _cell.Append('"');
            _at++;
        }

        if (_at < text.Length && text[_at] != delimiter && text[_at] is not ('\r' or '\n'))
            throw new FileRefusedException(FileTexts.Problem(FileCode.QuoteStray) with { Row = Row });
        return _cell.ToString();
    }

    private bool EndsLine()
    {
        if (text[_at] == '\r')
        {
            _at += _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
            return true;
        }

        if (text[_at] != '\n')
            return false;
        _at++;
        return true;
    }
}
