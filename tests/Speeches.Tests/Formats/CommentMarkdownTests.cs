using FsCheck;
using FsCheck.Xunit;
using Speeches.Formats;

namespace Speeches.Tests.Formats;

public class CommentMarkdownTests
{
    [Theory]
    [InlineData("plain words", "<p>plain words</p>")]
    [InlineData("**strong** and *emphasis*", "<p><strong>strong</strong> and <em>emphasis</em></p>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ul>")]
    [InlineData("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>")]
    [InlineData("`a<b`", "<p><code>a&lt;b</code></p>")]
    [InlineData("a  \nb", "<p>a<br>\nb</p>")]
    [InlineData("", "")]
    [InlineData("“curly” – Überprüfung 普遍 🌍", "<p>“curly” – Überprüfung 普遍 🌍</p>")]
    public void Common_markup_becomes_plain_html(string markdown, string html) => Assert.Equal(html, CommentMarkdown.ToHtml(markdown));

    [Fact]
    public void A_heading_is_shown_strong_so_that_the_outline_of_the_page_stays_right() =>
        Assert.Equal("<p><strong>Title</strong></p>", CommentMarkdown.ToHtml("# Title"));

    [Fact]
    public void An_image_shows_its_description() =>
        Assert.Equal("<p>a <em>map</em></p>", CommentMarkdown.ToHtml("![a *map*](https://example.org/map.png)"));

    [Fact]
    public void A_code_block_carries_no_class() =>
        Assert.Equal("<pre><code>x &lt; y</code></pre>", CommentMarkdown.ToHtml("```js onload=x\nx < y\n```"));

    [Theory]
    [InlineData("[a](https://example.org)", "https://example.org")]
    [InlineData("[a](HTTP://example.org/x)", "HTTP://example.org/x")]
    [InlineData("[a](mailto:user@example.org)", "mailto:user@example.org")]
    [InlineData("<https://example.org/a?b=c&d>", "https://example.org/a?b=c&amp;d")]
    [InlineData("<user@example.org>", "mailto:user@example.org")]
    [InlineData("see https://example.org/x.", "https://example.org/x")]
    [InlineData("[a][r]\n\n[r]: https://example.org/r \"title\"", "https://example.org/r")]
    [InlineData("[a](<https://example.org/a b>)", "https://example.org/a%20b")]
    [InlineData("[a](https://example.org/é)", "https://example.org/%C3%A9")]
    public void A_web_or_mail_address_becomes_a_link_that_passes_no_credit(string markdown, string address) =>
        Assert.Contains($"<a href=\"{address}\" rel=\"nofollow ugc noopener\">", CommentMarkdown.ToHtml(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](&#106;avascript:alert(1))")]
    [InlineData("[a](java&#x0A;script:alert(1))")]
    [InlineData("[a](java&Tab;script:alert(1))")]
    [InlineData("[a](<  javascript:alert(1)>)")]
    [InlineData("[a](\u0001javascript:alert(1))")]
    [InlineData("[a](javascript&colon;alert(1))")]
    [InlineData("[a](vbscript:msgbox(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("[a](//example.org)")]
    [InlineData("[a](/administration)")]
    [InlineData("[a](https:example.org)")]
    [InlineData("[a](https://un.org@example.org)")]
    [InlineData("[a](http:\\\\example.org)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<ftp://example.org/>")]
    [InlineData("ftp://example.org/")]
    [InlineData("[a][r]\n\n[r]: javascript:alert(1)")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("[![a](x)](javascript:alert(1))")]
    public void Any_other_address_stays_text(string markdown) =>
        Assert.DoesNotContain("<a", CommentMarkdown.ToHtml(markdown), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=\"x\">b</b>")]
    [InlineData("<!-- --><style>*{display:none}</style>")]
    [InlineData("<iframe srcdoc=\"<script>1</script>\"></iframe>")]
    [InlineData("```\n</code></pre><script>1</script>\n```")]
    [InlineData("`</code><script>`")]
    [InlineData("[a](https://example.org/\"onmouseover=\"x)")]
    [InlineData("[a\"><script>](https://example.org)")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("# a {#id .class onclick=x}")]
    public void Raw_html_is_shown_and_never_obeyed(string markdown)
    {
        var html = CommentMarkdown.ToHtml(markdown);
        var element = System.Text.RegularExpressions.Regex.Match(html, "<(?!/?(p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|a)>|a href=\"[^\"]*\" rel=\"nofollow ugc noopener\">|ol start=\"[0-9]+\">)");
        Assert.False(element.Success, html);
    }

    [Fact]
    public void Characters_that_turn_the_direction_of_text_or_control_a_terminal_are_left_out() =>
        Assert.Equal("<p>abcd</p>", CommentMarkdown.ToHtml("a\u202Eb\u202D&#x202E;c\u0000\u001B\u0085d"));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("<p>a\uFFFDb</p>", CommentMarkdown.ToHtml("a\uD83Db"));

    [Theory]
    [InlineData(">", 20_000)]
    [InlineData("> ", 10_000)]
    [InlineData("*", 20_000)]
    [InlineData("*a ", 6_000)]
    [InlineData("[", 20_000)]
    [InlineData("![", 10_000)]
    [InlineData("[a](", 5_000)]
    [InlineData("*_", 10_000)]
    [InlineData("- ", 10_000)]
    [InlineData("1. ", 6_000)]
    [InlineData("> - ", 5_000)]
    [InlineData("    ", 5_000)]
    [InlineData("` ", 10_000)]
    [InlineData("<", 20_000)]
    [InlineData("a", 2_000_000)]
    public void Deep_nesting_and_size_neither_break_nor_lose_the_words(string piece, int times)
    {
        var bomb = string.Concat(Enumerable.Repeat(piece, times)) + "end";
        Assert.Contains("end", CommentMarkdown.ToHtml(bomb), StringComparison.Ordinal);
        Assert.EndsWith("end", CommentMarkdown.ToBlocks(bomb)[^1].PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_grows_deeper_line_by_line_is_shown_as_text()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 150).Select(depth => new string(' ', depth * 2) + "- item" + depth));
        Assert.DoesNotContain("<ul>", CommentMarkdown.ToHtml(lines), StringComparison.Ordinal);
        Assert.Contains("item149", CommentMarkdown.ToHtml(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_drawn_with_hyphens_is_not_taken_for_nesting() =>
        Assert.Contains("<em>yes</em>", CommentMarkdown.ToHtml(new string('-', 60) + "\n\n*yes*"), StringComparison.Ordinal);

    [Fact]
    public void Blocks_know_their_lists_and_quotations()
    {
        var blocks = CommentMarkdown.ToBlocks("Look:\n\n1. first\n2. second\n   - inner **bold**\n\n> said");
        Assert.Equal(
            [("", 0, 0), ("1.", 1, 0), ("2.", 1, 0), ("•", 2, 0), ("", 0, 1)],
            blocks.Select(block => (block.Marker ?? "", block.ListDepth, block.QuotationDepth)));
        Assert.Equal([new CommentRun("inner "), new CommentRun("bold", Bold: true)], blocks[3].Runs);
    }

    [Property]
    public void No_text_whatever_makes_an_element_that_is_not_on_the_list(NonNull<string> text)
    {
        var html = CommentMarkdown.ToHtml(text.Get);
        Assert.DoesNotMatch("<(?!/?(p|br|hr|strong|em|code|pre|blockquote|ul|ol|li|a)[ >])", html);
        _ = CommentMarkdown.ToBlocks(text.Get);
    }

    [Fact]
    public void The_cache_stays_within_its_limit()
    {
        var cache = new CommentMarkdownCache(1_000);
        Parallel.For(0, 10_000, number => cache.Keep($"key {number}", "0123456789"));
        Assert.InRange(cache.Count, 1, 200);
        cache.Keep("kept", "value");
        Assert.Equal("value", cache.Find("kept"));
        Assert.Null(cache.Find("never"));
    }
}
