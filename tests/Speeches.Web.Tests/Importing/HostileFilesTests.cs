using System.Text.Json;

namespace Speeches.Web.Tests.Importing;

public sealed class HostileFilesTests(HostileFolder folder) : IClassFixture<HostileFolder>
{
    [Theory]
    [InlineData("bomb.docx", "too-large")]
    [InlineData("bomb-small.docx", "damaged")]
    [InlineData("bomb-huge.docx", "too-large")]
    [InlineData("bomb-overlapping.docx", "too-large")]
    [InlineData("bomb-nested.docx", "damaged")]
    [InlineData("entries.docx", "too-large")]
    [InlineData("entity.docx", "damaged")]
    [InlineData("laughs.docx", "damaged")]
    [InlineData("deep.docx", "damaged")]
    [InlineData("deep.html", "damaged")]
    [InlineData("deep-pre.html", "damaged")]
    [InlineData("line.txt", "too-large")]
    [InlineData("line.html", "too-large")]
    [InlineData("paragraphs.txt", "too-large")]
    [InlineData("nul.txt", "unknown-format")]
    [InlineData("tree.pdf", "damaged")]
    [InlineData("reference.pdf", "damaged")]
    [InlineData("calls-dtd.docx", "damaged")]
    [InlineData("empty.txt", "no-body")]
    public void A_hostile_file_is_one_failed_import_with_one_clear_line(string file, string code)
    {
        var result = folder.Results[file];
        Assert.Equal("failed", result.Text("status"));
        Assert.Equal((null, JsonValueKind.Null), (result.Text("slug"), result.GetProperty("version").ValueKind));
        Assert.Equal(code, result.GetProperty("error").Text("code"));
        var line = result.GetProperty("error").Text("message")!;
        Assert.InRange(line.Length, 20, 200);
        Assert.DoesNotContain('\n', line);
    }

    [Theory]
    [InlineData("a-good.txt")]
    [InlineData("z-good.txt")]
    [InlineData("paths.docx")]
    [InlineData("entity.html")]
    [InlineData("deep-quotes.md")]
    [InlineData("deep-list.md")]
    [InlineData("form.pdf")]
    [InlineData("outline.pdf")]
    [InlineData("table.pdf")]
    [InlineData("calls.html")]
    [InlineData("calls-dtd.html")]
    [InlineData("calls.docx")]
    [InlineData("calls.pdf")]
    [InlineData("calls.md")]
    [InlineData("bidi.txt")]
    public void What_does_no_harm_is_read_all_the_same(string file) => Assert.Equal("imported", folder.Results[file].Text("status"));

    [Fact]
    public async Task The_library_is_whole_afterwards_and_nothing_is_left_behind()
    {
        var check = await folder.Check();
        Assert.True(check.Code == 0, string.Join('\n', check.Output.Concat(check.Error)));
        Assert.Empty(folder.LeftBehind);
        Assert.False(folder.Exists("speeches-evil.txt"));
    }

    [Fact]
    public void No_reader_fetches_anything() => Assert.False(folder.HasCalled);

    [Fact]
    public void An_entity_brings_in_no_file() =>
        Assert.DoesNotContain("root:", folder.Results["entity.html"].GetRawText(), StringComparison.Ordinal);

    [Fact]
    public void Controls_of_direction_are_told_and_stand_in_no_header_and_no_address()
    {
        var result = folder.Results["bidi.txt"];
        Assert.Equal("The law cod.exe of rivers", result.GetProperty("header").Text("title"));
        Assert.Equal("2019-03-12-the-law-cod-exe-of-rivers", result.Text("slug"));
        Assert.Contains(result.GetProperty("diagnostics").EnumerateArray(), diagnostic => diagnostic.Text("code") == "bidi-controls");
    }
}
