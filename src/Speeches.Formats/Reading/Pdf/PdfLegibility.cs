namespace Speeches.Formats.Reading.Pdf;

/// <summary>Tells a text layer that can be read from none and from one whose fonts do not say which letters they print.</summary>
internal sealed class PdfLegibility
{
    private const int FewestLetters = 20;
    private const int FewestLost = 10;
    private const double WidthOfLetter = 0.19;
    private const double MostUnreadable = 0.02;
    private const double FewestLettersOfAll = 0.6;
    private readonly List<bool> _images = [];
    private int _all;
    private int _unreadable;
    private int _letters;
    private int _lost;

    /// <summary>Counts a letter, as the font names it and as it is read, and how far it moves on in units of its size.</summary>
    internal void Add(string? named, string read, double advance)
    {
        if (string.IsNullOrWhiteSpace(named) && named is not (null or "") || named is "\u200B" or "\uFEFF")
            return;
        _all++;
        // A vowel sign stands over a letter and has no width: one that is as wide as a letter is what a broken map left of that letter.
        if (PdfText.IsMark(read) && read.Length <= 2 && advance > WidthOfLetter)
            _lost++;
        if (PdfText.IsUnreadable(named))
            _unreadable++;
        else if (read.Length > 0 && char.IsLetterOrDigit(read, 0) || PdfText.IsMark(read))
            _letters++;
    }

    internal void AddPage(bool images) => _images.Add(images);

    internal bool HasImages(int page) => _images[page];

    /// <summary>Refuses what cannot be read, and says what to do.</summary>
    internal void Refuse(List<List<PdfGlyph>> pages)
    {
        if (_all < FewestLetters && (_all == 0 || _images.Contains(true)) || _all < pages.Count * 2)
        {
            throw new SpeechesError(ErrorKind.Refused,
                "This PDF has no text layer: its pages are pictures, so nothing was read from it. Run text recognition (OCR) on it first and import the result.",
                "file")
            { Code = "no-text-layer" };
        }

        if (_unreadable > _all * MostUnreadable || _lost > Math.Max(FewestLost, _all * MostUnreadable / 2) || _letters < _all * FewestLettersOfAll)
        {
            throw new SpeechesError(ErrorKind.Refused,
                "The fonts of this PDF do not say which letters they print, so nothing was read from it. Run text recognition (OCR) on it first, or import it as Word or text.",
                "file")
            { Code = "unreadable-text" };
        }
    }
}
