using System.Globalization;
using Spectre.Console;

namespace Speeches.Web.Commands;

/// <summary>Rows on standard output: a table for people at a terminal, else one tab-separated line a row for other programs.</summary>
internal static class Listing
{
    /// <summary>Writes the rows.</summary>
    public static void Write(string[] columns, IEnumerable<string[]> rows)
    {
        if (Console.IsOutputRedirected)
        {
            foreach (var row in rows)
                Console.WriteLine(string.Join('\t', row));
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(column);
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    /// <summary>A moment as UTC to the minute, or a dash.</summary>
    public static string Time(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";
}
