namespace Speeches.Formats.Writing.JsonLd;

/// <summary>
/// The boundary between the two ways of counting characters. The product counts UTF-16 code units, as .NET and the DOM do; the
/// Web Annotation Data Model (section 4.2.4, Text Position Selector) counts Unicode code points.
/// </summary>
public static class CodePoints
{
    /// <summary>How many code points stand before a code unit of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">A code unit from 0 to the text's length; in the middle of a pair it counts as after the pair.</param>
    public static int Before(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < index; i++)
        {
            count++;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
        }

        return count;
    }
}
