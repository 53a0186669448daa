using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Docx;

/// <summary>
/// Reads Word's comments. Which replies to which, and what is done, is in <c>commentsExtended.xml</c> by the id of a comment's last
/// paragraph; moments in UTC, where a file has them, in <c>commentsExtensible.xml</c> by a durable id ([MS-DOCX] 2.5.4 to 2.5.6).
/// </summary>
internal static class DocxComments
{
    /// <summary>The comments in the order of their places, and how many had none.</summary>
    internal static IReadOnlyList<SourceComment> Read(DocxPackage package, CommentRanges ranges, out int leftOut)
    {
        var facts = Index(package, "commentsExtended", "commentEx", "paraId");
        var durable = Index(package, "commentsIds", "commentId", "paraId");
        var moments = Index(package, "commentsExtensible", "commentExtensible", "durableId");
        var roots = new List<Found>();
        var byParagraph = new Dictionary<string, Found>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in (package.Part("comments")?.Root).Children("comment"))
        {
            var paragraph = element.Children("p").LastOrDefault().Attr("paraId");
            var fact = paragraph is null ? null : facts.GetValueOrDefault(paragraph);
            var moment = paragraph is null || durable.GetValueOrDefault(paragraph).Attr("durableId") is not { } id ? null : moments.GetValueOrDefault(id).Attr("dateUtc");
            var comment = new Found(element, Moment(moment ?? element.Attr("date")), fact.Attr("done") is "1" or "true" or "on");
            // A reply comes after what it answers, so there are no circles; an answer to an answer joins the same thread.
            if (fact.Attr("paraIdParent") is { } parent && byParagraph.TryGetValue(parent, out var root))
                root.Replies.Add(comment);
            else
                roots.Add(root = comment);
            if (paragraph is not null)
                byParagraph.TryAdd(paragraph, root);
        }

        leftOut = 0;
        var comments = new List<SourceComment>();
        foreach (var root in roots)
        {
            if (root.Element.Attr("id") is { } id && ranges.Place(id) is { } place)
                comments.Add(Comment(root, place, [.. root.Replies.OrderBy(reply => reply.Date).Select(reply => Comment(reply, place, []))]));
            else
                leftOut++;
        }

        return [.. comments.OrderBy(comment => comment.Line).ThenBy(comment => comment.Start)];
    }

    private static SourceComment Comment(Found found, (int Line, int Start, int End) place, SourceComment[] replies) => new()
    {
        Line = place.Line,
        Start = place.Start,
        End = place.End,
        Author = found.Element.Attr("author") is { } author && !string.IsNullOrWhiteSpace(author) ? author.Trim() : null,
        Date = found.Date,
        Body = Body(found.Element),
        IsResolved = found.IsDone,
        Replies = replies,
    };

    private static string Body(XElement comment)
    {
        var body = new StringBuilder();
        foreach (var paragraph in comment.Descendants().Where(element => element.Word() == "p"))
        {
            var start = body.Length;
            foreach (var element in paragraph.Descendants())
            {
                switch (element.Word())
                {
                    case "t" when !element.Ancestors().Any(above => above.Word() is "del" or "moveFrom"):
                        body.Append(element.Value);
                        break;
                    case "tab":
                        body.Append(' ');
                        break;
                    case "br" or "cr":
                        body.Append('\n');
                        break;
                    case "noBreakHyphen":
                        body.Append('\u2011');
                        break;
                    default:
                        break;
                }
            }

            if (string.IsNullOrWhiteSpace(body.ToString(start, body.Length - start)))
                body.Length = start;
            else
                body.Append("\n\n");
        }

        return body.ToString().Trim();
    }

    private static Dictionary<string, XElement> Index(DocxPackage package, string part, string name, string key)
    {
        var index = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in package.Part(part)?.Root.Elements() ?? [])
        {
            if (element.Name.LocalName == name && element.Attr(key) is { } id)
                index.TryAdd(id, element);
        }

        return index;
    }

    /// <summary>Word writes local times with or without a zone that they are not in; without a better one they are taken as UTC.</summary>
    private static DateTimeOffset? Moment(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment : null;

    private sealed record Found(XElement Element, DateTimeOffset? Date, bool IsDone)
    {
        internal List<Found> Replies { get; } = [];
    }
}
