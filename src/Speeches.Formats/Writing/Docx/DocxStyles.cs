using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>The styles. Word's own names where it has one, so that its panes and its tables of contents find them.</summary>
internal static class DocxStyles
{
    private const string Accent = "00609A";
    private const string Quiet = "5F5B53";

    /// <summary>All styles, with the language of the text for spelling and hyphenation.</summary>
    public static W.Styles Create(string? language)
    {
        var fromRight = Direction.IsRightToLeft(language);
        var languages = new W.Languages();
        if (language is not null && fromRight) languages.Bidi = language;
        else if (language is not null) languages.Val = language;
        var styles = new W.Styles(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
                new W.RunFonts { Ascii = "Cambria", HighAnsi = "Cambria", EastAsia = "SimSun", ComplexScript = "Times New Roman" },
                new W.FontSize { Val = "23" }, new W.FontSizeComplexScript { Val = "23" }, languages)),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(
                new W.SpacingBetweenLines { After = "160", Line = "300", LineRule = W.LineSpacingRuleValues.Auto }))));
        styles.Append(
            Paragraph("Normal", "Normal", null, [], [], isDefault: true),
            Paragraph("Letterhead", "Letterhead", "Normal", [Space("0", "0"), Centre()], [new W.Bold(), new W.BoldComplexScript(), new W.Caps(), Colour(Quiet), new W.Spacing { Val = 40 }, .. Size(19)]),
            Paragraph("Title", "Title", "Normal", [Space("280", "120", "260"), Centre()], [new W.Bold(), new W.BoldComplexScript(), .. Size(34)]),
            Paragraph("Subtitle", "Subtitle", "Normal", [Space("0", "240", "270"), Centre()], [new W.Italic(), new W.ItalicComplexScript(), Colour(Quiet), .. Size(22)]),
            Paragraph("Speaker", "Speaker", "Normal", [new W.KeepNext(), Space("120", "0"), Centre()], [new W.Bold(), new W.BoldComplexScript(), .. Size(24)]),
            Paragraph("SpeechFacts", "Speech facts", "Normal", [Space("0", "40", "264"), Centre()], [.. Size(21)]),
            Paragraph("LetterheadRule", "Letterhead rule", "Normal",
                [new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 4, Space = 1, Color = "BFBAB0" }), Space("0", "280", "240")], [.. Size(8)]),
            Paragraph("Salutation", "Salutation", "Normal", [], []),
            Paragraph("SpeechParagraph", "Speech paragraph", "Normal", [new W.Indentation { Start = "567", Hanging = "567" }], []),
            Paragraph("Quote", "Quote", "Normal", [new W.Indentation { Start = "1134", End = "567" }], [new W.Italic(), new W.ItalicComplexScript()]),
            Paragraph("ListParagraph", "List Paragraph", "Normal", [Space("0", "80"), new W.Indentation { Start = "1080" }], []),
            Paragraph("FootnoteText", "footnote text", "Normal", [Space("0", "40", "240")], [.. Size(18)]),
            Paragraph("CommentText", "annotation text", "Normal", [Space("0", "60", "240")], [.. Size(20)]),
            Paragraph("Header", "header", "Normal", [Space("0", "0", "240"), Centre()], [Colour(Quiet), .. Size(17)]),
            Paragraph("Footer", "footer", "Normal",
                [new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = 8504 }), Space("0", "0", "240")], [Colour(Quiet), .. Size(16)]),
            Character("FootnoteReference", "footnote reference", [new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript }]),
            Character("CommentReference", "annotation reference", [.. Size(16)]),
            Character("Hyperlink", "Hyperlink", [Colour(Accent), new W.Underline { Val = W.UnderlineValues.Single }]));
        for (var level = 1; level <= 6; level++)
        {
            styles.Append(Paragraph(
                $"Heading{level}", $"heading {level}", "Normal",
                [new W.KeepNext(), new W.KeepLines(), Space("320", "120", "264"), new W.OutlineLevel { Val = level - 1 }],
                [new W.Bold(), new W.BoldComplexScript(), Colour(level < 3 ? Accent : "000000"), .. Size(Math.Max(23, 31 - 3 * level))]));
        }

        return styles;
    }

    private static W.Style Paragraph(
        string id, string name, string? basedOn, IEnumerable<OpenXmlElement> layout, IEnumerable<OpenXmlElement> look, bool isDefault = false)
    {
        var style = new W.Style(new W.StyleName { Val = name }) { Type = W.StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        if (basedOn is not null) style.Append(new W.BasedOn { Val = basedOn });
        style.Append(new W.PrimaryStyle());
        style.Append(new W.StyleParagraphProperties(layout));
        style.Append(new W.StyleRunProperties(look));
        return style;
    }

    private static W.Style Character(string id, string name, IEnumerable<OpenXmlElement> look) =>
        new(new W.StyleName { Val = name }, new W.StyleRunProperties(look)) { Type = W.StyleValues.Character, StyleId = id };

    private static OpenXmlElement[] Size(int halfPoints)
    {
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [new W.FontSize { Val = size }, new W.FontSizeComplexScript { Val = size }];
    }

    private static W.SpacingBetweenLines Space(string before, string after, string line = "300") =>
        new() { Before = before, After = after, Line = line, LineRule = W.LineSpacingRuleValues.Auto };

    private static W.Justification Centre() => new() { Val = W.JustificationValues.Center };

    private static W.Color Colour(string rgb) => new() { Val = rgb };
}
