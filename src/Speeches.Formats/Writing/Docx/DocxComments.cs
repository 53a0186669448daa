using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Speeches.Annotations;
using Cid = DocumentFormat.OpenXml.Office2019.Word.Cid;
using Extensible = DocumentFormat.OpenXml.Office2021.Word.CommentsExt;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W15 = DocumentFormat.OpenXml.Office2013.Word;

namespace Speeches.Formats.Writing.Docx;

/// <summary>
/// Threads as Word's comments. The words are in <c>comments.xml</c>; which replies to which, and what is resolved, in
/// <c>commentsExtended.xml</c> by the id of a comment's last paragraph; the moment in UTC in <c>commentsExtensible.xml</c> by a
/// durable id that <c>commentsIds.xml</c> gives ([MS-DOCX] 2.5.4 to 2.5.6).
/// </summary>
internal sealed class DocxComments(MainDocumentPart main)
{
    private readonly Dictionary<int, string[]> _ids = [];
    private readonly List<NumberedThread> _threads = [];
    private int _next;
    private int _paragraphs;

    /// <summary>The ids of a thread's comments, the root's first; the thread will be written.</summary>
    public IReadOnlyList<string> Ids(NumberedThread thread)
    {
        if (_ids.TryGetValue(thread.Number, out var ids)) return ids;
        _threads.Add(thread);
        ids = [.. Enumerable.Range(_next, 1 + thread.Thread.Replies.Count).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        _next += ids.Length;
        return _ids[thread.Number] = ids;
    }

    /// <summary>Writes the five parts, where there is any comment.</summary>
    public void Write()
    {
        if (_threads.Count == 0) return;
        var part = main.AddNewPart<WordprocessingCommentsPart>("rIdComments");
        var bodies = new DocxCommentBody(new DocxInlines(part, "rIdLink", this, null, false));
        var comments = WithPrefixes(new W.Comments());
        var extended = WithPrefixes(new W15.CommentsEx());
        var durable = WithPrefixes(new Cid.CommentsIds());
        var moments = WithPrefixes(new Extensible.CommentsExtensible());
        foreach (var thread in _threads)
        {
            var ids = Ids(thread);
            string? parent = null;
            foreach (var (annotation, id) in thread.Thread.Replies.Prepend(thread.Root).Zip(ids))
            {
                var comment = Comment(annotation, id, bodies);
                var paragraph = Identify(comment);
                comments.Append(comment);
                var ex = new W15.CommentEx { ParaId = paragraph, Done = thread.Root.Resolution is not null };
                if (parent is not null) ex.ParaIdParent = parent;
                extended.Append(ex);
                durable.Append(new Cid.CommentId { ParaId = paragraph, DurableId = paragraph });
                moments.Append(new Extensible.CommentExtensible { DurableId = paragraph, DateUtc = annotation.Created.UtcDateTime });
                parent ??= paragraph;
            }
        }

        part.Comments = comments;
        main.AddNewPart<WordprocessingCommentsExPart>("rIdCommentsExtended").CommentsEx = extended;
        main.AddNewPart<WordprocessingCommentsIdsPart>("rIdCommentsIds").CommentsIds = durable;
        main.AddNewPart<WordCommentsExtensiblePart>("rIdCommentsExtensible").CommentsExtensible = moments;
        main.AddNewPart<WordprocessingPeoplePart>("rIdPeople").People = People();
    }

    private static W.Comment Comment(Annotation annotation, string id, DocxCommentBody bodies)
    {
        var author = Author(annotation);
        var comment = new W.Comment { Id = id, Author = author, Initials = Initials(author), Date = Seconds(annotation.Created) };
        comment.Append(bodies.Paragraphs(annotation));
        return comment;
    }

    /// <summary>Gives each paragraph its id and returns the last one's, which stands for the comment.</summary>
    private string Identify(W.Comment comment)
    {
        var id = "";
        foreach (var paragraph in comment.Elements<W.Paragraph>())
        {
            // Must be below 0x80000000 and unlike those of any other part; the text's own paragraphs have none.
            id = (0x5A000000 + ++_paragraphs).ToString("X8", CultureInfo.InvariantCulture);
            paragraph.ParagraphId = id;
        }

        return id;
    }

    private W15.People People()
    {
        var authors = _threads.SelectMany(thread => thread.Thread.Replies.Prepend(thread.Root)).Select(Author).Distinct(StringComparer.Ordinal);
        return WithPrefixes(new W15.People(authors.Select(author =>
            new W15.Person(new W15.PresenceInfo { ProviderId = "None", UserId = author }) { Author = author })));
    }

    private static string Author(Annotation annotation) => annotation.Deleted is null ? Xml.Allowed(annotation.Author.Name) : "(deleted)";

    private static string Initials(string author) => string.Concat(author
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(3)
        .Select(word => StringInfo.GetNextTextElement(word)).Where(letter => char.IsLetterOrDigit(letter, 0))).ToUpperInvariant();

    private static DateTime Seconds(DateTimeOffset moment) => moment.UtcDateTime.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerSecond));

    /// <summary>Older versions of Word skip what is in these namespaces only if the part says that they may.</summary>
    private static T WithPrefixes<T>(T root) where T : OpenXmlPartRootElement
    {
        (string Prefix, string Address)[] namespaces =
        [
            ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"), ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
            ("w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
        ];
        foreach (var (prefix, address) in namespaces)
            if (root.LookupNamespace(prefix) is null) root.AddNamespaceDeclaration(prefix, address);
        root.MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14 w15" };
        return root;
    }
}
