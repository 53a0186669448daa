using System.Globalization;
using System.Text.RegularExpressions;

namespace Speeches.Annotations;

/// <summary>A comment that a source brings along, with the place in the text that it is on: offered as an annotation.</summary>
public sealed partial record PrintedComment
{
    /// <summary>Where it is; null where that cannot be annotated (the header, a heading, a salutation), and on a reply.</summary>
    public TextAnchor? Anchor { get; init; }

    /// <summary>Its author as printed, or null.</summary>
    public string? Author { get; init; }

    /// <summary>When it was written, UTC, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Its words, plain text: paragraphs parted by empty lines.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is marked as done.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Answers to it, oldest first; they have none of their own.</summary>
    public IReadOnlyList<PrintedComment> Replies { get; init; } = [];

    /// <summary>
    /// As an annotation's Markdown: first who wrote it and when, because the annotation's own author is who imports it; then its
    /// words, each sign as it stands there.
    /// </summary>
    public string ToMarkdown()
    {
        var author = Author is null ? "without a name" : $"by {Escaped(Author)}";
        var date = Date is { } moment ? string.Create(CultureInfo.InvariantCulture, $", {moment.UtcDateTime:d MMMM yyyy, HH:mm} UTC") : "";
        return $"*Comment {author}{date}, from the imported file*\n\n{Escaped(Body)}".TrimEnd();
    }

    /// <summary>Comments where they stand once the text is parted otherwise; without an anchor where that is not sure.</summary>
    public static IReadOnlyList<PrintedComment> Carried(IReadOnlyList<PrintedComment> comments, IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        if (comments.Count == 0)
            return comments;
        var reanchoring = new Reanchoring(before, after);
        return [.. comments.Select(comment => comment with { Anchor = comment.Anchor is null ? null : reanchoring.Carry(comment.Anchor).Place })];
    }

    // Markdown takes a backslash before any ASCII punctuation as that sign itself (CommonMark 0.31.2, section 2.4).
    private static string Escaped(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => LineStart().Replace(Signs().Replace(line.Trim(), @"\$0"), @"$1\$2"));
        return LoneLineEnd().Replace(string.Join('\n', lines), "\\\n");
    }

    [GeneratedRegex(@"[\\`*_\[\]<>#~|&!$^{}]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"^(\d*)([-+=.):])")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"(?<=[^\n])\n(?=[^\n])")]
    private static partial Regex LoneLineEnd();
}
