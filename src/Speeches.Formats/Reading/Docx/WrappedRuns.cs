using System.Xml.Linq;

namespace Speeches.Formats.Reading.Docx;

/// <summary>
/// Tells Word files that a converter made of wrapped text: each line of a paragraph is a run of its own, and a run with nothing but a
/// space parts it from the next. The lines tell letterheads and paragraphs better than the paragraphs of such a file do.
/// </summary>
internal static class WrappedRuns
{
    private const int LongParagraph = 200;
    private const int LongestLine = 160;

    /// <summary>Whether all long paragraphs of a text are made so.</summary>
    internal static bool In(XElement? body)
    {
        var wrapped = 0;
        foreach (var paragraph in body?.Descendants().Where(element => element.Word() == "p") ?? [])
        {
            var length = paragraph.Descendants().Where(element => element.Word() == "t").Sum(element => element.Value.Length);
            if (length < LongParagraph)
                continue;
            if (!IsWrapped(paragraph))
                return false;
            wrapped++;
        }

        return wrapped > 0;
    }

    /// <summary>Whether lines and single spaces take turns in a paragraph.</summary>
    internal static bool IsWrapped(XElement paragraph)
    {
        var index = 0;
        foreach (var run in paragraph.Elements())
        {
            if (run.Word() == "pPr")
                continue;
            if (run.Word() != "r" || run.Elements().Where(element => element.Word() != "rPr").ToList() is not [var text] || text.Word() != "t")
                return false;
            if (text.Value == " " != (index++ % 2 == 1) || text.Value.Length > LongestLine)
                return false;
        }

        return index > 2;
    }
}
