using Speeches.Formats;
using Speeches.Store;
using Speeches.Web.Pages.Reading;

namespace Speeches.Web.Pages.Inbox;

/// <summary>What is told, in words: the same on the page, in the API and in mail.</summary>
internal static class InboxWords
{
    private const int MostWords = 200;

    /// <summary>"mentioned you": what was done, after the name of who did it.</summary>
    public static string Done(InboxKind kind) => kind switch
    {
        InboxKind.Reply => "replied",
        InboxKind.Mention => "mentioned you",
        InboxKind.Assignment => "assigned a thread to you",
        InboxKind.Thread => "annotated",
        InboxKind.Version => "added a version",
        InboxKind.Speech => "added a speech",
        _ => "did something",
    };

    /// <summary>The same where the program did it, or where it is not known who.</summary>
    public static string Happened(InboxKind kind) => kind == InboxKind.Version ? "A new version" : "A new speech";

    /// <summary>What the speech is called.</summary>
    public static string Title(InboxItem item) => item.Header.Heading() ?? item.Slug;

    /// <summary>"¶ 7 of ", or nothing.</summary>
    public static string Where(InboxItem item) => item.Paragraph is { } number ? $"¶ {number} of " : "";

    /// <summary>How its words begin, without markup, or null where it has none.</summary>
    public static string? Opening(InboxItem item) => item.Body is null ? null
        : Letterhead.Opening(string.Join(' ', CommentMarkdown.ToBlocks(item.Body).Select(block => block.PlainText)).ReplaceLineEndings(" "), MostWords);

    /// <summary>The path that leads to it.</summary>
    public static string Address(InboxItem item) => item.AnnotationId is { } id ? $"/annotations/{id}" : $"/speeches/{item.Slug}";
}
