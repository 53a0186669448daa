using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Formats.Writing.Docx;

/// <summary>
/// Paragraph numbers and bullets as Word's own numbering: numbers hang in the margin, can be referred to by cross-reference and
/// stay right when somebody edits. A number that does not follow the one before starts a numbering of its own, so that each
/// paragraph always shows the number it is cited by.
/// </summary>
internal sealed class DocxNumbering
{
    /// <summary>How far each depth is set in, in twentieths of a point: one centimetre.</summary>
    public const int Step = 567;

    private const int Numbers = 0;
    private const int Bullets = 1;
    private readonly List<int> _starts = [];
    private int _last;

    /// <summary>The properties that give a paragraph its number.</summary>
    public W.NumberingProperties Paragraph(int number)
    {
        if (_starts.Count == 0 || number != _last + 1) _starts.Add(number);
        _last = number;
        return Properties(0, _starts.Count + 1);
    }

    /// <summary>The properties that give a list item its bullet, or null where its printed marker is something else.</summary>
    public static W.NumberingProperties? Bullet(Block item) =>
        item.Marker is null or "•" or "-" or "–" or "*" or "·" ? Properties(Math.Clamp(item.Level - 1, 0, 8), 1) : null;

    /// <summary>The definitions, after all paragraphs have asked for theirs.</summary>
    public W.Numbering Create()
    {
        var numbering = new W.Numbering(
            new W.AbstractNum(
                new W.Nsid { Val = "53504831" }, new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel }, new W.TemplateCode { Val = "53504832" },
                Level(0, W.NumberFormatValues.Decimal, "%1", "567", "567"))
            { AbstractNumberId = Numbers },
            new W.AbstractNum(
                [new W.Nsid { Val = "53504833" }, new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel }, new W.TemplateCode { Val = "53504834" },
                    .. Enumerable.Range(0, 9).Select(level => Level(level, W.NumberFormatValues.Bullet, level % 2 == 0 ? "•" : "–",
                        (Step * (2 + level)).ToString(CultureInfo.InvariantCulture), "567"))])
            { AbstractNumberId = Bullets },
            new W.NumberingInstance(new W.AbstractNumId { Val = Bullets }) { NumberID = 1 });
        for (var i = 0; i < _starts.Count; i++)
        {
            numbering.Append(new W.NumberingInstance(
                new W.AbstractNumId { Val = Numbers },
                new W.LevelOverride(new W.StartOverrideNumberingValue { Val = _starts[i] }) { LevelIndex = 0 })
            { NumberID = i + 2 });
        }

        return numbering;
    }

    private static W.NumberingProperties Properties(int level, int instance) =>
        new(new W.NumberingLevelReference { Val = level }, new W.NumberingId { Val = instance });

    private static W.Level Level(int index, W.NumberFormatValues format, string text, string start, string hanging) => new(
        new W.StartNumberingValue { Val = 1 }, new W.NumberingFormat { Val = format }, new W.LevelText { Val = text },
        new W.LevelJustification { Val = W.LevelJustificationValues.Left },
        new W.PreviousParagraphProperties(new W.Indentation { Start = start, Hanging = hanging }))
    { LevelIndex = index };
}
