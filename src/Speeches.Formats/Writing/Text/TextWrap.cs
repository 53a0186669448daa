using System.Globalization;
using System.Text;

namespace Speeches.Formats.Writing.Text;

/// <summary>Breaks lines between words. A character as people see it (a grapheme cluster) counts as one column.</summary>
internal static class TextWrap
{
    private const int Columns = 80;

    /// <summary>The words on lines of at most 80 columns; a longer word stands on a line of its own, whole.</summary>
    /// <param name="text">Line feeds in it stay.</param>
    /// <param name="first">What the first line begins with.</param>
    /// <param name="rest">What every other line begins with.</param>
    public static string Wrap(string text, string first = "", string rest = "")
    {
        var result = new StringBuilder(first);
        var column = Width(first);
        var empty = true;
        foreach (var line in Xml.Allowed(text).ReplaceLineEndings("\n").Split('\n'))
        {
            if (!empty) NewLine();
            foreach (var word in line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            {
                var width = Width(word);
                if (!empty && column + 1 + width > Columns) NewLine();
                if (!empty)
                {
                    result.Append(' ');
                    column++;
                }

                result.Append(word);
                column += width;
                empty = false;
            }
        }

        return result.ToString().TrimEnd();

        void NewLine()
        {
            result.Append('\n').Append(rest);
            column = Width(rest);
            empty = true;
        }
    }

    private static int Width(string text) => Ascii.IsValid(text) ? text.Length : new StringInfo(text).LengthInTextElements;
}
