using Speeches.Annotations;
using Speeches.Parsing;

namespace Speeches.Web.Importing;

/// <summary>The comments that a file brings along, offered as annotations.</summary>
/// <param name="Count">How many, without their replies.</param>
/// <param name="Imported">How many annotations and replies were made of them now: 0 unless asked for, and for those made before.</param>
/// <param name="Items">In the order of the file.</param>
internal sealed record CommentsJson(int Count, int Imported, IReadOnlyList<CommentJson> Items)
{
    /// <summary>No comments.</summary>
    public static CommentsJson None { get; } = new(0, 0, []);

    /// <summary>The comments of what was read.</summary>
    public static CommentsJson From(ParsedSpeech parsed)
    {
        if (parsed.Comments.Count == 0)
            return None;
        var numbers = parsed.Blocks.ToDictionary(block => block.Id, block => block.Number);
        return new(parsed.Comments.Count, 0, [.. parsed.Comments.Select(comment => Item(comment) with
        {
            Block = comment.Anchor?.BlockId,
            Paragraph = comment.Anchor is { } anchor ? numbers[anchor.BlockId] : null,
            Start = comment.Anchor?.Start,
            End = comment.Anchor?.End,
            Exact = comment.Anchor?.Exact,
        })]);
    }

    private static CommentJson Item(PrintedComment comment) => new()
    {
        Author = comment.Author,
        Date = comment.Date,
        Body = comment.Body,
        Resolved = comment.IsResolved,
        Replies = [.. comment.Replies.Select(Item)],
    };
}

/// <summary>A comment as it stands in the file. Its place is null where it cannot be annotated, and on a reply.</summary>
internal sealed record CommentJson
{
    /// <summary>The block ("p7").</summary>
    public string? Block { get; init; }

    /// <summary>The block's number, where it has one.</summary>
    public int? Paragraph { get; init; }

    /// <summary>First code unit of the range; null for the whole block.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code unit.</summary>
    public int? End { get; init; }

    /// <summary>The words it is on.</summary>
    public string? Exact { get; init; }

    /// <summary>As printed.</summary>
    public string? Author { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is marked as done.</summary>
    public bool Resolved { get; init; }

    /// <summary>Answers, oldest first.</summary>
    public IReadOnlyList<CommentJson> Replies { get; init; } = [];
}
