using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Xunit;
using Speeches.Annotations;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Speeches.Tests.Formats;

public class DocxSpeechWriterTests
{
    public static TheoryData<string> Copies => ["full", "arabic", "bare"];

    [Theory]
    [MemberData(nameof(Copies))]
    public void The_validator_finds_nothing(string name)
    {
        foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
            Assert.Empty(Errors(GoldenFile.Write("docx", Copy(name)), version));
    }

    [Fact]
    public void The_same_copy_gives_the_same_bytes() =>
        Assert.Equal(GoldenFile.Write("docx", Samples.Full), GoldenFile.Write("docx", Samples.Full));

    [Fact]
    public void Each_comment_is_on_the_words_that_were_annotated()
    {
        using var word = Open(Samples.Full);
        var words = Ranges(word);
        Assert.Equal("global public good", words["First use of global public good; see the report."]);
        Assert.Equal("public good”, see the Charter", words["Overlaps the first."]);
        Assert.Equal("a world 🌍🏽", words["A world and its colour."]);
        Assert.Equal(Samples.Full.Text.Find("p2")!.Text.Replace("\n", "", StringComparison.Ordinal), words["Whole paragraph, settled."]);
        Assert.Equal("coercion.", words["Private: only its author can see this annotation."]);
        Assert.Contains("On a footnote.", words.Keys);
    }

    [Fact]
    public void Replies_are_replies_and_resolved_is_resolved()
    {
        using var word = Open(Samples.Full);
        var main = word.MainDocumentPart!;
        var comments = main.WordprocessingCommentsPart!.Comments!.Elements<W.Comment>().ToList();
        var extended = main.WordprocessingCommentsExPart!.CommentsEx!.Elements<DocumentFormat.OpenXml.Office2013.Word.CommentEx>()
            .ToDictionary(ex => ex.ParaId!.Value!);
        DocumentFormat.OpenXml.Office2013.Word.CommentEx Of(string words) =>
            extended[comments.Single(comment => comment.InnerText.StartsWith(words, StringComparison.Ordinal)).Elements<W.Paragraph>().Last().ParagraphId!.Value!];

        Assert.Equal(Of("First use").ParaId!.Value, Of("The comma").ParaIdParent!.Value);
        Assert.Equal(Of("First use").ParaId!.Value, Of("Agreed").ParaIdParent!.Value);
        Assert.Null(Of("First use").ParaIdParent);
        Assert.Equal(Of("This annotation was deleted").ParaId!.Value, Of("It was said").ParaIdParent!.Value);
        Assert.True(Of("Whole paragraph").Done!.Value);
        Assert.False(Of("First use").Done!.Value);
    }

    [Fact]
    public void A_comment_has_its_author_initials_and_moment_in_utc()
    {
        using var word = Open(Samples.Full);
        var main = word.MainDocumentPart!;
        var comment = main.WordprocessingCommentsPart!.Comments!.Elements<W.Comment>().First();
        Assert.Equal(("First annotator", "FA"), (comment.Author!.Value!, comment.Initials!.Value!));
        var moment = main.WordCommentsExtensiblePart!.CommentsExtensible!.Elements<DocumentFormat.OpenXml.Office2021.Word.CommentsExt.CommentExtensible>().First();
        Assert.Equal(new DateTime(2026, 11, 14, 9, 5, 7, DateTimeKind.Utc), moment.DateUtc!.Value.ToUniversalTime());
        Assert.Equal(["First annotator", "Second annotator", "(deleted)"], main.WordprocessingPeoplePart!.People!
            .Elements<DocumentFormat.OpenXml.Office2013.Word.Person>().Select(person => person.Author!.Value));
    }

    [Fact]
    public void Markdown_in_a_comment_becomes_runs_and_links()
    {
        using var word = Open(Samples.Full);
        var part = word.MainDocumentPart!.WordprocessingCommentsPart!;
        var comment = part.Comments!.Elements<W.Comment>().First();
        Assert.Contains(comment.Descendants<W.Run>(), run => run.InnerText == "global public good" && run.RunProperties?.Italic is not null);
        var link = comment.Descendants<W.Hyperlink>().Single();
        Assert.Equal("https://example.org/report", part.HyperlinkRelationships.Single(relationship => relationship.Id == link.Id!.Value).Uri.OriginalString);
    }

    [Fact]
    public void A_footnote_is_a_footnote_and_a_heading_has_its_level()
    {
        using var word = Open(Samples.Full);
        var main = word.MainDocumentPart!;
        Assert.Single(main.Document!.Descendants<W.FootnoteReference>());
        Assert.Contains(main.FootnotesPart!.Footnotes!.Elements<W.Footnote>(), note => note.InnerText.Contains("San Francisco", StringComparison.Ordinal));
        Assert.Contains(main.Document.Descendants<W.ParagraphStyleId>(), style => style.Val == "Heading1");
    }

    [Fact]
    public void A_number_that_does_not_follow_the_one_before_is_still_shown()
    {
        var copy = Samples.Of("Words.");
        copy = copy with { Text = copy.Text with { Blocks = [copy.Text.Blocks[0] with { Number = 12, Id = "p12" }] }, Threads = [] };
        using var word = Open(copy);
        Assert.Equal(12, word.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!.Descendants<W.StartOverrideNumberingValue>().Single().Val!.Value);
    }

    [Fact]
    public void The_footer_says_what_the_copy_is()
    {
        using var word = Open(Samples.Full);
        var footer = word.MainDocumentPart!.FooterParts.Single().Footer!.InnerText;
        Assert.Contains("https://speeches.example.org/speeches/a-speech", footer, StringComparison.Ordinal);
        Assert.Contains("Version 2 · as of 14 November 2026, 10:05 UTC · audience: mine · 9 annotations", footer, StringComparison.Ordinal);
        Assert.Equal("On the rule of law", word.PackageProperties.Title);
        Assert.Equal("A Speaker", word.PackageProperties.Creator);
    }

    [Fact]
    public void A_speech_from_right_to_left_is_set_from_right_to_left()
    {
        using var word = Open(Samples.Arabic);
        Assert.All(
            word.MainDocumentPart!.Document!.Descendants<W.Paragraph>().Where(paragraph => paragraph.InnerText.Contains("الناس", StringComparison.Ordinal)),
            paragraph => Assert.NotNull(paragraph.ParagraphProperties!.BiDi));
    }

    [Property(MaxTest = 30)]
    public void Any_words_make_a_valid_document(NonNull<string> text, NonNull<string> comment) =>
        Assert.Empty(Errors(GoldenFile.Write("docx", Samples.Of("a" + text.Get, comment.Get)), FileFormatVersions.Microsoft365));

    [Theory]
    [InlineData("> quoted")]
    [InlineData("1. one\n\n   more\n\n   > quoted\n2. two")]
    [InlineData("# Heading\n\n***\n\n    code\n    more code\n\n`x` **_y_**")]
    [InlineData("")]
    public void Any_markdown_in_a_comment_makes_a_valid_document(string comment) =>
        Assert.Empty(Errors(GoldenFile.Write("docx", Samples.Of("Words.", comment)), FileFormatVersions.Microsoft365));

    [Fact]
    public void Characters_that_xml_forbids_are_left_out()
    {
        var bytes = GoldenFile.Write("docx", Samples.Of("a\u0000b\u001Bc\uD83Dd\uFFFEe", "x\u0001y"));
        Assert.Empty(Errors(bytes, FileFormatVersions.Microsoft365));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Contains("abc\uFFFDde", word.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    private static AnnotatedCopy Copy(string name) => name switch { "full" => Samples.Full, "arabic" => Samples.Arabic, _ => Samples.Bare };

    private static WordprocessingDocument Open(AnnotatedCopy copy) =>
        WordprocessingDocument.Open(new MemoryStream(GoldenFile.Write("docx", copy)), false);

    private static List<string> Errors(byte[] docx, FileFormatVersions version)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. new OpenXmlValidator(version).Validate(word).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>The words between the marks of each comment, by the comment's first paragraph.</summary>
    private static Dictionary<string, string> Ranges(WordprocessingDocument word)
    {
        var comments = word.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<W.Comment>()
            .ToDictionary(comment => comment.Id!.Value!, comment => comment.Elements<W.Paragraph>().First().InnerText);
        var open = new Dictionary<string, string>();
        var closed = new Dictionary<string, string>();
        foreach (var element in word.MainDocumentPart.Document!.Body!.Descendants())
        {
            if (element is W.CommentRangeStart start) open[start.Id!.Value!] = "";
            else if (element is W.CommentRangeEnd end) closed[comments[end.Id!.Value!]] = open[end.Id!.Value!];
            else if (element is W.Text text)
                foreach (var id in open.Keys.Where(id => !closed.ContainsKey(comments[id])).ToList()) open[id] += text.Text;
        }

        Assert.Equal(comments.Count, closed.Count);
        return closed;
    }
}
