using System.Xml;
using System.Xml.Linq;
using Speeches.Formats.Reading.Text;
using Speeches.Parsing;

namespace Speeches.Formats.Reading.Docx;

/// <summary>
/// Reads Word files (.docx, ISO/IEC 29500): the text as it stands with all tracked changes accepted, and the comments on it. Headers
/// and footers of pages, pictures and deleted words are left out.
/// </summary>
public sealed class DocxReader : ISpeechReader
{
    /// <inheritdoc />
    public bool Recognizes(ReadOnlySpan<byte> source) =>
        source.StartsWith("PK\u0003\u0004"u8) && (source.IndexOf("word/document"u8) >= 0 || source.IndexOf("[Content_Types].xml"u8) >= 0);

    /// <inheritdoc />
    public SourceDocument Read(ReadOnlyMemory<byte> source, ReadingLimits? limits = null)
    {
        try
        {
            using var package = DocxPackage.Open(source, limits ?? ReadingLimits.Default);
            return Read(package);
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw SourceErrors.Damaged("Word file", cause);
        }
    }

    private static SourceDocument Read(DocxPackage package)
    {
        var styles = new StyleSheet(package.Part("styles")?.Root);
        var ranges = new CommentRanges();
        var lines = new LineBuilder { Added = ranges.Added };
        var notes = new DocxNotes(package);
        var walk = new DocxWalk(lines, styles, new ListNumbers(package.Part("numbering")?.Root, styles), notes, ranges);
        walk.IsWrapped = WrappedRuns.In(package.Document.Child("body"));
        walk.Body(package.Document.Child("body"), package.MainRelations);
        foreach (var note in notes.Referenced())
            walk.Note(note);
        ranges.Finish(lines);

        var comments = DocxComments.Read(package, ranges, out var leftOut);
        var document = new SourceDocument("application/vnd.openxmlformats-officedocument.wordprocessingml.document", BrokenParagraphs.Mend(lines.Lines))
        {
            DeclaredLanguage = Language(styles.Language, walk.IsMostlyRightToLeft),
            Comments = comments,
            Diagnostics = leftOut == 0 ? [] :
            [
                new ParseDiagnostic(DiagnosticSeverity.Warning, "comments-left-out", 0,
                    $"{leftOut} of the file's comments stand on no words of the text and were left out."),
            ],
        };
        return walk.IsWrapped ? WrappedText.Paragraphs(document) : document;
    }

    private static string? Language(XElement? languages, bool rightToLeft)
    {
        var tag = languages.Attr(rightToLeft ? "bidi" : "val");
        return tag is { Length: >= 2 and <= 35 } && tag[0] != 'x' && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;
    }
}
