namespace Speeches.Formats.Writing.Csv;

/// <summary>Cells that no spreadsheet takes for anything but words (RFC 4180 for the syntax).</summary>
internal static class CsvCells
{
    /// <summary>
    /// What makes a spreadsheet run a cell instead of showing it: the signs that begin a formula, their full-width forms, which some
    /// of them fold, and the white space that they skip before looking.
    /// </summary>
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",;\t\r\n");

    /// <summary>A row, its line end included.</summary>
    public static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// A cell as it is written: an apostrophe before what would run, which spreadsheets show as words; in quotation marks where it holds
    /// what separates cells or rows, here or in lands where that is a semicolon.
    /// </summary>
    public static string Cell(string? words)
    {
        var cell = Xml.Allowed(words ?? "");
        if (cell.Length == 0) return cell;
        if (Dangerous.Contains(cell[0], StringComparison.Ordinal)) cell = "'" + cell;
        return cell.AsSpan().ContainsAny(Special) || cell[0] == ' ' || cell[^1] == ' '
            ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : cell;
    }
}
