using System.Text;
using Speeches.Annotations;

namespace Speeches.Tests.Formats;

public class CsvSpeechWriterTests
{
    [Fact]
    public void The_file_is_as_a_person_has_approved_it() => GoldenFile.Compare("csv", Samples.Full, "full");

    [Fact]
    public void It_begins_with_the_mark_by_which_spreadsheets_know_utf_8() =>
        Assert.True(GoldenFile.Write("csv", Samples.Bare).AsSpan().StartsWith(Encoding.UTF8.Preamble));

    [Fact]
    public void Without_annotations_it_has_its_columns_and_nothing_else() => Assert.Single(Rows(Samples.Bare));

    [Fact]
    public void Replies_have_rows_of_their_own_that_name_their_thread_and_a_deleted_annotation_has_none()
    {
        var rows = Rows(Samples.Full);
        Assert.Equal(Samples.Full.AnnotationCount, rows.Count - 1);
        Assert.Equal("a1", Cell(rows, "a3", "thread"));
        Assert.Equal("a7", Cell(rows, "a8", "thread"));
        Assert.DoesNotContain(rows, row => row[0] == "a7");
        Assert.Equal("private", Cell(rows, "a9", "audience"));
        Assert.Equal("Second annotator", Cell(rows, "a5", "resolved_by"));
        Assert.Equal("https://speeches.example.org/annotations/a5", Cell(rows, "a5", "address"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"https://example.org\",\"click\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("＝1+1")]
    [InlineData("\u0001=1+1")]
    [InlineData("\0@x")]
    public void No_cell_begins_with_what_a_spreadsheet_runs(string words)
    {
        var copy = Samples.Of(words + " of the speech", words);
        var root = copy.Threads[0].Root with { Author = new Author(1, words), Resolution = new Resolution(new Author(2, words), copy.Made) };
        var rows = Rows(copy with { Threads = [new AnnotationThread(root, [])] });
        var safe = "'" + words.TrimStart('\u0001', '\0');
        Assert.Equal(safe, Cell(rows, "a1", "body"));
        Assert.Equal(safe, Cell(rows, "a1", "author"));
        Assert.Equal(safe, Cell(rows, "a1", "resolved_by"));
        Assert.Equal(safe + " of the speech", Cell(rows, "a1", "words"));
    }

    [Theory]
    [InlineData("a \"quoted\" word")]
    [InlineData("one, two; three")]
    [InlineData("first\n\nsecond\r\nthird")]
    [InlineData("\",=1+1,\"")]
    [InlineData("\"")]
    [InlineData(" \u00a0 ")]
    [InlineData("🌍🏽 e\u0301 العربية 中文")]
    [InlineData("'quoted'")]
    [InlineData("1 - 2 = -1")]
    public void Other_words_come_back_as_they_were_typed(string words) => Assert.Equal(words, Cell(Rows(Samples.Of("A word.", words)), "a1", "body"));

    [Fact]
    public void Words_that_are_not_in_this_version_stand_on_no_place()
    {
        var copy = Samples.Of("Other words.");
        var old = new TextAnchor { BlockId = "p1", Start = 0, End = 5, Exact = "First" };
        var root = copy.Threads[0].Root with { Anchor = old, Carriage = new AnchorCarriage(AnchorState.Orphan, 0, 1, old) };
        var rows = Rows(copy with { Threads = [new AnnotationThread(root, [])] });
        Assert.Equal(["First", "orphan"], new[] { Cell(rows, "a1", "words"), Cell(rows, "a1", "anchor") });
        foreach (var column in new[] { "paragraph", "block", "start", "end" }) Assert.Equal("", Cell(rows, "a1", column));
    }

    private static string Cell(List<List<string>> rows, string id, string column) => rows.Single(row => row[0] == id)[rows[0].IndexOf(column)];

    /// <summary>A reader of RFC 4180 that forgives nothing: quotation marks only where the RFC has them, CRLF after each row, rows of one length.</summary>
    private static List<List<string>> Rows(AnnotatedCopy copy)
    {
        var text = GoldenFile.Text("csv", copy).TrimStart('\uFEFF');
        List<List<string>> rows = [];
        List<string> row = [];
        for (var i = 0; i < text.Length;)
        {
            var cell = new StringBuilder();
            if (text[i] == '"')
            {
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i += text[i] == '"' ? 2 : 1) cell.Append(text[i]);
                i++;
            }
            else
            {
                for (; text[i] is not (',' or '\r'); i++)
                {
                    Assert.False(text[i] is '"' or '\n');
                    cell.Append(text[i]);
                }
            }

            row.Add(cell.ToString());
            if (text[i] == ',')
            {
                i++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(i, 2));
            i += 2;
            rows.Add(row);
            row = [];
        }

        Assert.Empty(row);
        Assert.All(rows, one => Assert.Equal(rows[0].Count, one.Count));
        return rows;
    }
}
