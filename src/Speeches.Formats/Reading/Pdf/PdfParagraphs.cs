using System.Text.RegularExpressions;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Pdf;

/// <summary>
/// Says where paragraphs begin. A page prints no paragraphs, only where its lines stand: more space above, an indent, or a line
/// that ended although the next word would have fitted and whose sentence was over. In large-print copies, where lines end with
/// the breath, only space counts.
/// </summary>
internal sealed partial class PdfParagraphs
{
    // Of the usual distance of lines, of the type size, and of the width of the text.
    private const double MoreSpace = 1.25;
    private const double SingleSpaced = 1.5;
    private const double Indent = 0.8;
    private const double OtherSize = 0.15;
    private const double Ragged = 0.2;
    private const double Spaced = 0.05;
    private readonly Dictionary<(int Page, int Column), (double Left, double Right)> _edges = [];
    private const double ShortLine = 0.7;
    private const double EndsEarly = 0.3;
    private const double Stretched = 0.012;
    private const double AllAlike = 0.15;
    private const int FewestLines = 20;
    private readonly double _bodySize;
    private readonly double _leading;
    private readonly double _foot;
    private readonly bool _fullLinesEnd;
    private readonly double _indent;
    private readonly double _early;
    private readonly bool _ragged;
    private readonly bool _byBreath;
    private readonly bool _justified;

    internal PdfParagraphs(IReadOnlyList<PdfLine> lines, double bodySize)
    {
        _bodySize = bodySize;
        var body = lines.Where(l => IsLike(l.Size, bodySize) && l.Role == SourceRole.Text).ToList();
        var all = new Dictionary<int, (double, double)>();
        foreach (var column in body.GroupBy(l => l.Column))
            all[column.Key] = Edges([.. column]);
        foreach (var page in body.GroupBy(l => (l.Page, l.Column)))
        {
            var own = page.ToList();
            _edges[page.Key] = own.Count >= 12 ? Edges(own) : all[page.Key.Column];
        }

        foreach (var page in lines.Select(l => (l.Page, l.Column)).Distinct())
            _edges.TryAdd(page, all.TryGetValue(page.Column, out var edges) ? edges : Edges([.. lines]));

        var pairs = body.Zip(body.Skip(1)).Where(p => Follows(p.First, p.Second)).ToList();
        var full = pairs.Where(p => !p.First.EndsSentence && Free(p.First, p.Second) <= 0).ToList();
        var distances = (full.Count >= 3 ? full : pairs).ConvertAll(p => (p.First.Baseline - p.Second.Baseline) / p.First.Size);
        distances.Sort();
        _foot = lines.Min(l => l.Baseline);
        _early = (lines.Max(l => l.Baseline) - _foot) * EndsEarly;
        _indent = UsualIndent(pairs);
        _byBreath = IsByBreath(pairs);
        _justified = pairs.Count >= FewestLines && pairs.Count(p => Math.Abs(Falls(p.First)) < 1.5) > pairs.Count * 0.5;
        _leading = distances.Count == 0 ? MoreSpace : full.Count >= 3 ? distances[distances.Count / 2] : Math.Min(distances[distances.Count / 4], SingleSpaced);
        var close = pairs.FindAll(p => (p.First.Baseline - p.Second.Baseline) / p.First.Size < _leading * MoreSpace && !p.First.EndsSentence);
        var spaced = pairs.Count(p => (p.First.Baseline - p.Second.Baseline) / p.First.Size >= _leading * MoreSpace);
        // Whether a full line with the end of a sentence ends its paragraph does not show at the foot of a page: there it is as on the pages.
        var fullEnds = pairs.Where(p => p.First.EndsSentence && Free(p.First, p.Second) <= 0).ToList();
        _fullLinesEnd = spaced > pairs.Count * Spaced
            && fullEnds.Count(p => (p.First.Baseline - p.Second.Baseline) / p.First.Size >= _leading * MoreSpace) > fullEnds.Count * 0.5;
        _ragged = close.Count >= 5 && close.Count(p => Free(p.First, p.Second) > p.First.Size * 2) > close.Count * Ragged
            && spaced > pairs.Count * Spaced;
    }

    /// <summary>
    /// A copy for speaking aloud that has each line stand alone, with one wide space between all of them: only the ends of sentences
    /// part anything there.
    /// </summary>
    private bool IsByBreath(List<(PdfLine First, PdfLine Second)> pairs)
    {
        if (pairs.Count < FewestLines)
            return false;
        var distances = pairs.ConvertAll(p => (p.First.Baseline - p.Second.Baseline) / p.First.Size);
        distances.Sort();
        var usual = distances[distances.Count / 2];
        var alike = distances.Count(d => Math.Abs(d / usual - 1) < AllAlike);
        var open = pairs.Count(p => !p.First.EndsStatement && Free(p.First, p.Second) > p.First.Size * 2);
        return usual > SingleSpaced && alike > pairs.Count * 0.8 && open > pairs.Count * Ragged;
    }

    /// <summary>How far the first lines of paragraphs stand from the margin, told from those behind a line with room; 0 where they do not.</summary>
    private double UsualIndent(List<(PdfLine First, PdfLine Second)> pairs)
    {
        var sure = pairs.Where(p => p.First.EndsSentence && Free(p.First, p.Second) > p.First.Size).ToList();
        var indents = sure.Select(p => Math.Round(p.Second.Start - _edges[(p.Second.Page, p.Second.Column)].Left)).Where(i => i > Indent * _bodySize).ToList();
        if (indents.Count < Math.Max(3, sure.Count * 0.6))
            return 0;
        var usual = indents.GroupBy(i => i).MaxBy(g => g.Count())!;
        return usual.Count() > indents.Count * 0.7 ? usual.Key : 0;
    }

    /// <summary>Marks the lines that begin a paragraph.</summary>
    internal void Mark(IReadOnlyList<PdfLine> lines)
    {
        PdfLine? before = null;
        var hanging = false;
        foreach (var line in lines)
        {
            if (line.Role == SourceRole.Footnote)
                continue;
            line.StartsBlock = before is null || line.BeginsApart || Starts(before, line, hanging);
            if (before is not null && Follows(before, line))
                before.IsFull = Free(before, line) <= 0;
            if (line.StartsBlock)
                hanging = Item().IsMatch(line.Text);
            before = line;
        }
    }

    private bool Starts(PdfLine before, PdfLine line, bool hanging)
    {
        if (Math.Abs(line.Size / before.Size - 1) > OtherSize)
            return true;
        if (_byBreath && IsLike(line.Size, _bodySize))
            return before.EndsStatement || Item().IsMatch(line.Text);
        var follows = Follows(before, line);
        // A page that ends far above the foot of the others was ended by hand, as a cover is.
        if (before.Page != line.Page && before.Baseline > _foot + _early && !char.IsLower(line.Text[0]) && (before.EndsSentence || IsNarrow(before)))
            return true;
        if (follows && before.Baseline - line.Baseline > _leading * MoreSpace * Math.Max(line.Size, before.Size))
            return true;

        var (left, right) = _edges[(line.Page, line.Column)];
        var free = Free(before, line);
        // Where lines are stretched to the margin, one that falls short of it is the last of its paragraph.
        var ended = free > 0 || _justified && before.EndsSentence && before.Start - left < before.Size * 4 && Falls(before) > Math.Max(2, (right - left) * Stretched);
        // A bold line alone at the top of a page is a heading there.
        if (!follows && before.EndsSentence && line.Bold > 0.9 && before.Bold < 0.9 && line.Width < (right - left) * ShortLine)
            return true;
        if (Item().IsMatch(line.Text) && (ended || before.EndsSentence))
            return true;
        // Indented against the margin and against the line above, and not because either is centred.
        var beforeLeft = _edges[(before.Page, before.Column)].Left;
        var indent = line.Start - left;
        if (!hanging && indent > Indent * line.Size && indent - (before.Start - beforeLeft) > Indent * line.Size
            && indent < (right - left) * 0.3 && before.Start - beforeLeft < Indent * line.Size && (before.EndsSentence || ended))
        {
            return true;
        }

        // Where paragraphs are indented, two indented lines are two, however full the first is.
        if (_indent > 0 && !hanging && follows && before.StartsBlock && before.EndsSentence && Math.Abs(indent - _indent) < 2
            && Math.Abs(before.Start - beforeLeft - _indent) < 2)
        {
            return true;
        }

        if (!ended)
            return !follows && _fullLinesEnd && before.EndsSentence && !char.IsLower(line.Text[0]);
        // Two short lines with one indent are two paragraphs where paragraphs are indented.
        if (!hanging && follows && indent > Indent * line.Size && Math.Abs(indent - (before.Start - beforeLeft)) < 2 && !char.IsLower(line.Text[0])
            && before.StartsBlock && indent < (right - left) * 0.2)
        {
            return true;
        }

        if (before.EndsSentence)
            return !_ragged || !follows;
        var width = right - left;
        return !_ragged && !char.IsLower(line.Text[0]) && (follows
            ? before.Text[^1] is ',' or ':' or '،' or ';' or '؛' or '，' or '：' && before.Width < width * 0.6
            : free > width * 0.25);
    }

    /// <summary>How much room was left at the end of a line for the first word of the next; below 0 where it did not fit.</summary>
    private double Free(PdfLine line, PdfLine next)
    {
        var (left, right) = _edges[(line.Page, line.Column)];
        var room = line.Start - left < line.Size * 4 ? right - line.End : right - left - line.Width;
        return room - (line.Size * 0.3) - next.FirstWord - ((right - left) * 0.015);
    }

    /// <summary>How far a line ends from the margin, in points.</summary>
    private double Falls(PdfLine line) => _edges[(line.Page, line.Column)].Right - line.End;

    private bool IsNarrow(PdfLine line) => _edges[(line.Page, line.Column)] is var (left, right) && line.Width < (right - left) * ShortLine;

    private static bool Follows(PdfLine before, PdfLine line) =>
        before.Page == line.Page && before.Column == line.Column && before.Baseline >= line.Baseline;

    private static bool IsLike(double size, double other) => Math.Abs(size / other - 1) < OtherSize;

    /// <summary>The left and right edge of running text: the leftmost place where lines often begin, and nearly the longest line.</summary>
    private static (double Left, double Right) Edges(List<PdfLine> lines)
    {
        var often = lines.GroupBy(l => Math.Round(l.Start / 3)).Where(g => g.Count() >= Math.Max(2, lines.Count * 0.08)).ToList();
        var left = often.Count > 0 ? often.MinBy(g => g.Key)!.Min(l => l.Start) : lines.Min(l => l.Start);
        var ends = lines.ConvertAll(l => l.End);
        ends.Sort();
        return (left, Math.Max(left + 1, ends[(int)((ends.Count - 1) * 0.95)]));
    }

    [GeneratedRegex(@"^([•●▪■◦‣–—\-*o]\s|\(?([0-9]{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Item();
}
