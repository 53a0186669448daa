using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>The smallest pieces: paragraphs of a style and runs of words.</summary>
internal static class DocxWords
{
    /// <summary>A paragraph of a style.</summary>
    /// <param name="style">The style's id.</param>
    /// <param name="content">What it holds.</param>
    // An array, not an enumerable: an element is itself an enumerable, of its children.
    public static W.Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A run; line feeds become breaks and tabs become tabs.</summary>
    /// <param name="text">The words; what XML forbids is left out.</param>
    /// <param name="properties">How they look, or null.</param>
    public static W.Run Run(string text, W.RunProperties? properties = null)
    {
        var run = new W.Run();
        if (properties is { HasChildren: true }) run.Append(properties);
        foreach (var part in Parts(Xml.Allowed(text).ReplaceLineEndings("\n")))
        {
            run.Append(part switch
            {
                "\n" => new W.Break(),
                "\t" => new W.TabChar(),
                _ => (OpenXmlElement)new W.Text(part) { Space = SpaceProcessingModeValues.Preserve },
            });
        }

        return run;
    }

    /// <summary>A field that Word computes, with a value to show until then.</summary>
    public static W.SimpleField Field(string instruction, string shown) => new(Run(shown)) { Instruction = $" {instruction} " };

    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\t')) continue;
            if (i > start) yield return text[start..i];
            yield return text[i].ToString();
            start = i + 1;
        }

        if (start < text.Length) yield return text[start..];
    }
}
