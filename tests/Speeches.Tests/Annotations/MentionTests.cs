using Speeches.Annotations;
using Speeches.Formats;

namespace Speeches.Tests.Annotations;

public class MentionTests
{
    [Theory]
    [InlineData("@[First Annotator]", "First Annotator")]
    [InlineData("Ask @[A] and @[B], then @[a] again.", "A|B")]
    [InlineData("(@[محمد])", "محمد")]
    [InlineData("> @[Quoted]", "Quoted")]
    [InlineData("- **@[Strong]**", "Strong")]
    [InlineData("no @ [A], no a@[B], no \\@[C], no @[], no @[ ]", "")]
    [InlineData("a link: @[A](https://example.org), a reference: @[A][b]", "")]
    [InlineData("`@[A]` and ``@[B] ` `` but @[C]", "C")]
    [InlineData("```\n@[A]\n```\n@[B]", "B")]
    [InlineData("    @[A]\n\n@[B]", "B")]
    [InlineData("@[A\nB]", "")]
    public void Who_is_named(string markdown, string names) => Assert.Equal(names, string.Join('|', Mentions.In(markdown)));

    [Fact]
    public void A_name_of_more_than_eighty_characters_is_nobodys() => Assert.Empty(Mentions.In($"@[{new string('a', 81)}] @[b"));

    [Theory]
    [InlineData("Name  [the\nother]")]
    [InlineData(" name the OTHER ")]
    public void Spellings_of_a_name_are_one(string name) => Assert.Equal(Mentions.Key("Name the other"), Mentions.Key(name));

    [Theory]
    [InlineData("See @[A <b>].", "<p>See <bdi>@A &lt;b&gt;</bdi>.</p>")]
    [InlineData("`@[A]`", "<p><code>@[A]</code></p>")]
    [InlineData("@[A](https://example.org)", "<p>@<a href=\"https://example.org\" rel=\"nofollow ugc noopener\">A</a></p>")]
    public void A_mention_is_shown_as_a_quiet_mark(string markdown, string html) => Assert.Equal(html, CommentMarkdown.ToHtml(markdown));

    [Fact]
    public void In_other_formats_a_mention_is_its_name() => Assert.Equal("See @A B.", CommentMarkdown.ToBlocks("See @[A B].").Single().PlainText);
}
