using Speeches.Annotations;

namespace Speeches.Parsing;

/// <summary>Finds where in the text the comments of a source are, which tells only their lines.</summary>
internal static class CommentPlaces
{
    /// <summary>The comments with their anchors, in the order of the source.</summary>
    internal static IReadOnlyList<PrintedComment> Of(SourceDocument source, IReadOnlyList<Block> blocks)
    {
        if (source.Comments.Count == 0)
            return [];
        var byLine = blocks.OrderBy(block => block.SourceLine).ToList();
        return [.. source.Comments.Select(comment => Printed(comment) with { Anchor = Anchor(comment, source.Lines[comment.Line], byLine) })];
    }

    /// <summary>Says which of them are on nothing that can be annotated.</summary>
    internal static IEnumerable<ParseDiagnostic> Unplaced(SourceDocument source, IReadOnlyList<PrintedComment> comments) =>
        source.Comments.Zip(comments).Where(pair => pair.Second.Anchor is null).Select(pair => new ParseDiagnostic(
            DiagnosticSeverity.Information, "comment-without-place", source.Lines[pair.First.Line].Number,
            $"The comment {(pair.Second.Author is { } author ? $"by {author}" : "without a name")} is on the header, a heading or a salutation, which cannot be annotated: it stays in the file."));

    private static PrintedComment Printed(SourceComment comment) => new()
    {
        Author = comment.Author,
        Date = comment.Date,
        Body = comment.Body,
        IsResolved = comment.IsResolved,
        Replies = [.. comment.Replies.Select(Printed)],
    };

    // The block's text is that of its lines, joined. Where the line is not in it to the letter, or twice, the comment is on all of it.
    private static TextAnchor? Anchor(SourceComment comment, SourceLine line, List<Block> byLine)
    {
        if (byLine.FindLast(block => block.SourceLine <= line.Number) is not { CanBeAnnotated: true } block)
            return null;
        var shift = line.Text.Length - line.Text.TrimStart().Length;
        var words = line.Text.Trim();
        var at = words.Length == 0 ? -1 : block.Text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || block.Text.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0)
            return TextAnchor.To(block);

        var start = Graphemes.Floor(block.Text, Math.Max(at, at + comment.Start - shift));
        var end = Graphemes.Ceiling(block.Text, Math.Min(at + words.Length, at + comment.End - shift));
        var isWhole = string.IsNullOrWhiteSpace(block.Text[..start]) && string.IsNullOrWhiteSpace(block.Text[end..]);
        return start >= end || isWhole ? TextAnchor.To(block) : TextAnchor.To(block, start, end);
    }
}
