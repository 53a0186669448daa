using Speeches.Formats.Reading;

namespace Speeches.Tests.Formats.Reading;

public class DocxCommentsTests
{
    [Fact]
    public void Comments_bring_their_range_author_date_replies_and_whether_they_are_done()
    {
        var source = new WordFile
        {
            Body = "<w:p>" + WordFile.R("The ") + "<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/>" + WordFile.R("rule of law")
                + "<w:commentRangeEnd w:id=\"0\"/><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"0\"/></w:r>" + WordFile.R(".") + "</w:p>",
            Comments = Comment(0, "A", "2021-12-14T10:00:00Z", "00000001", "First.") + Comment(1, "B", "2021-12-15T10:00:00Z", "00000002", "Second."),
            CommentsExtended = "<w15:commentEx w15:paraId=\"00000001\" w15:done=\"1\"/><w15:commentEx w15:paraId=\"00000002\" w15:paraIdParent=\"00000001\" w15:done=\"0\"/>",
        }.Read();

        var comment = Assert.Single(source.Comments);
        Assert.Equal((0, 4, 15), (comment.Line, comment.Start, comment.End));
        Assert.Equal(("A", "First.", true), (comment.Author, comment.Body, comment.IsResolved));
        Assert.Equal(new DateTimeOffset(2021, 12, 14, 10, 0, 0, TimeSpan.Zero), comment.Date);
        Assert.Equal(("B", "Second."), (comment.Replies.Single().Author, comment.Replies.Single().Body));
    }

    [Fact]
    public void A_range_ends_with_the_line_that_it_begins_on_and_a_mark_alone_is_on_its_line()
    {
        var source = new WordFile
        {
            Body = "<w:p>" + WordFile.R(" One ") + "<w:commentRangeStart w:id=\"0\"/>" + WordFile.R("two") + "</w:p>" + WordFile.P("three")
                + "<w:p>" + WordFile.R("four") + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
            Comments = Comment(1, "B", "", "2", "Later.") + Comment(0, "A", "", "1", "Wide.") + Comment(9, "C", "", "3", "Nowhere."),
        }.Read();

        Assert.Equal([(0, 4, 7), (2, 0, 4)], source.Comments.Select(comment => (comment.Line, comment.Start, comment.End)));
        Assert.Equal("comments-left-out", Assert.Single(source.Diagnostics).Code);
    }

    [Fact]
    public void A_copy_that_the_product_wrote_reads_back_with_its_paragraphs_and_comments()
    {
        var source = SpeechReaders.Read(GoldenFile.Write("docx", Samples.Full));

        foreach (var block in Samples.Full.Text.Blocks.Where(block => block.Kind is BlockKind.Paragraph))
        {
            var line = source.Lines.First(line => line.Marker == $"{block.Number}");
            Assert.StartsWith(line.Text[..Math.Min(20, line.Text.Length)], block.Text, StringComparison.Ordinal);
        }

        var first = source.Comments.Single(comment => comment.Body.StartsWith("First use", StringComparison.Ordinal));
        Assert.Equal("global public good", source.Lines[first.Line].Text[first.Start..first.End]);
        Assert.Equal(["The comma is ours.", "Agreed <b>& thanks</b>."], first.Replies.Select(reply => reply.Body));
        Assert.True(source.Comments.Single(comment => comment.Body.StartsWith("Whole paragraph", StringComparison.Ordinal)).IsResolved);
        Assert.Equal(new DateTimeOffset(2026, 11, 14, 9, 5, 7, TimeSpan.Zero), first.Date);
    }

    private static string Comment(int id, string author, string date, string paragraph, string words) =>
        $"<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"{date}\"><w:p w14:paraId=\"{paragraph}\">{WordFile.R(words)}</w:p></w:comment>";
}
