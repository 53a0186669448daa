namespace Speeches.Tests.Parsing;

public class PrintedNotesTests
{
    private const string First = "The report shows that the rule of law remains a common concern of all Member States";
    private const string Second = "The Charter places the peaceful settlement of disputes at the centre of our common endeavour";

    [Theory]
    [InlineData("1", "1 ", "\n\n__________\n")]
    [InlineData("[1]", "[1] ", "\n\n")]
    [InlineData("¹", "¹ ", "\n\n")]
    public void Notes_printed_below_the_text_are_footnotes_and_their_marks_lead_to_them(string mark, string label, string between)
    {
        var blocks = Sources.Parse($"Mr. President,\n\n{First}.{mark}\n\n{Second}.{between}{label}See the report of the Secretary-General.").Blocks;

        Assert.Equal(["s1", "p1", "p2", "n1"], blocks.Select(block => block.Id));
        Assert.Equal($"{First}.[1]", blocks[1].Text);
        Assert.Equal(new Span(First.Length + 1, First.Length + 4, SpanKind.NoteMark, "n1"), blocks[1].Spans.Single(span => span.Kind == SpanKind.NoteMark));
        Assert.Equal(("1", "See the report of the Secretary-General."), (blocks[3].Marker, blocks[3].Text));
    }

    [Fact]
    public void Notes_are_told_in_their_order()
    {
        var blocks = Sources.Parse($"Mr. President,\n\n{First},1 and\n{Second}.2\n\n1 The first note,\nwhich goes on.\n2 The second note.").Blocks;

        Assert.Equal(["s1", "p1", "n1", "n2"], blocks.Select(block => block.Id));
        Assert.Equal(["The first note, which goes on.", "The second note."], blocks.Skip(2).Select(block => block.Text));
    }

    [Theory]
    [InlineData("1 January was the day on which the Charter was ours to keep.")]
    [InlineData("[1] Nobody refers to this.")]
    public void What_no_mark_leads_to_is_text(string last)
    {
        var blocks = Sources.Parse($"Mr. President,\n\n{First}.\n\n{last}").Blocks;

        Assert.DoesNotContain(blocks, block => block.Kind == BlockKind.Footnote);
        Assert.Equal($"{First}.", blocks[1].Text);
    }
}
