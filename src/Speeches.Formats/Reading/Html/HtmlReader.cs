using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Html;

/// <summary>
/// Reads web pages: the speech and not the site around it. Parsed by AngleSharp with nothing that could load or run: no script, no
/// style, no picture and no frame is ever fetched.
/// </summary>
public sealed class HtmlReader : ISpeechReader
{
    private static readonly HtmlParserOptions Options = new() { IsKeepingSourceReferences = true, IsScripting = false };

    /// <inheritdoc />
    public bool Recognizes(ReadOnlySpan<byte> source) => HtmlEncoding.IsHtml(source);

    /// <inheritdoc />
    public SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        limits ??= ReadingLimits.Default;
        var text = HtmlEncoding.Decode(source.Span, out var isGuessed);
        if (HtmlNesting.IsTooDeep(limits, text))
            throw SourceErrors.Damaged("web page");
        using var document = new HtmlParser(Options).ParseDocument(text);
        if (document.Body is not { } body || IsTooDeep(document, limits.Nesting))
            throw SourceErrors.Damaged("web page");

        var page = new HtmlPage(body);
        var notes = new HtmlNotes(body);
        var lines = new LineBuilder();
        var walk = new HtmlWalk(lines, page, notes);
        walk.Read(page.Root);
        foreach (var note in notes.Found)
            walk.ReadNote(note);

        return new SourceDocument("text/html", BrokenParagraphs.Mend(BrokenParagraphs.WithoutFileName(lines.Lines)))
        {
            DeclaredLanguage = Language(page.Root, document),
            Diagnostics = isGuessed
                ? [new ParseDiagnostic(DiagnosticSeverity.Warning, "encoding-guessed", 0, "The page does not say in which encoding it is written; it was guessed.")]
                : [],
        };
    }

    /// <summary>Walks without recursion, as nobody knows how deep yet.</summary>
    private static bool IsTooDeep(IDocument document, int most)
    {
        var waiting = new Stack<(INode Node, int Depth)>([(document, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > most)
                return true;
            foreach (var child in next.Node.ChildNodes)
            {
                if (child is IElement)
                    waiting.Push((child, next.Depth + 1));
            }
        }

        return false;
    }

    private static string? Language(IElement root, IDocument document)
    {
        for (var element = root; element is not null; element = element.ParentElement)
        {
            if (Tag(element.GetAttribute("lang")) is { } tag || (tag = Tag(element.GetAttribute("xml:lang"))) is not null)
                return tag;
        }

        var named = document.Head?.Children.FirstOrDefault(element => string.Equals(element.GetAttribute("http-equiv"), "content-language", StringComparison.OrdinalIgnoreCase));
        return Tag(named?.GetAttribute("content"));
    }

    private static string? Tag(string? language)
    {
        language = language?.Trim().Replace('_', '-');
        return language is { Length: >= 2 and <= 35 } && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? language : null;
    }
}
