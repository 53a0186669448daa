using System.Text.Json;

namespace Speeches.Web.Tests.Importing;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = new();

    [Fact]
    public async Task A_folder_is_imported_whole_and_the_bad_files_are_named_with_their_codes()
    {
        Write("a.txt", Sources.Bytes());
        Write("b/nothing.txt", System.Text.Encoding.UTF8.GetBytes(Sources.WithoutBody));
        Write("b/z.txt", Sources.Bytes("The law of lakes"));
        Write("noise.docx", Sources.Noise);

        var outcome = await Run("import", _files.Path, "--json");

        Assert.Equal(1, outcome.Code);
        var results = outcome.Output.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["a.txt", "b/nothing.txt", "b/z.txt", "noise.docx"], results.Select(result => Path.GetRelativePath(_files.Path, result.Text("file")!)));
        Assert.Equal(["imported", "failed", "imported", "failed"], results.Select(result => result.Text("status")));
        Assert.Equal([null, "no-body", null, "unknown-format"], results.Select(Code));
        Assert.Equal(["2019-03-12-the-law-of-rivers", null, "2019-03-12-the-law-of-lakes", null], results.Select(result => result.Text("slug")));

        var first = results[0];
        Assert.Equal(1, first.GetProperty("version").GetInt32());
        Assert.Equal("2019-03-12", first.GetProperty("header").Text("date"));
        Assert.Equal("Example Speaker", first.GetProperty("header").GetProperty("speakers")[0].Text("name"));
        Assert.StartsWith("The rivers of the world", first.Text("firstParagraph"), StringComparison.Ordinal);
        Assert.Equal((3, 2, 1, 0), (Number(first, "blocks"), Number(first, "paragraphs"), Number(first, "quotations"), Number(first, "references")));
    }

    [Fact]
    public async Task The_same_bytes_again_are_unchanged_under_the_name_they_have()
    {
        Write("a.txt", Sources.Bytes());
        Assert.Equal(0, (await Run("import", _files.Path)).Code);
        Write("copy.txt", Sources.Bytes());
        var outcome = await Run("import", _files.Path, "--json");
        Assert.Equal(0, outcome.Code);
        Assert.All(outcome.Output, line =>
        {
            Assert.Contains("\"status\":\"unchanged\"", line, StringComparison.Ordinal);
            Assert.Contains("\"slug\":\"2019-03-12-the-law-of-rivers\",\"version\":1", line, StringComparison.Ordinal);
        });
    }

    // A folder is imported by the program started anew in its own place.
    [Fact]
    public async Task A_folder_of_any_name_is_imported_without_leaving_anything_for_debuggers_behind()
    {
        using var temporary = new TemporaryFolder();
        Write("two words/a \"b\" ü 'c'.txt", Sources.Bytes());

        var outcome = await RunningProgram.Run(_data.Path, ["import", Path.Combine(_files.Path, "two words"), "--json"], temporary: temporary.Path);

        Assert.Equal(0, outcome.Code);
        Assert.EndsWith("a \"b\" ü 'c'.txt", JsonDocument.Parse(Assert.Single(outcome.Output)).RootElement.Text("file"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    public async Task An_import_that_was_killed_adds_only_the_rest_when_it_is_started_again()
    {
        const int Files = 120;
        for (var i = 0; i < Files; i++)
            Write($"{i:D3}.txt", Sources.Bytes($"The law of river {i}"));
        string[] told;
        await using (var program = RunningProgram.Begin(_data.Path, "import", _files.Path, "--json"))
        {
            await program.Wrote(lines: 3);
            program.Kill();
            await program.Ended();
            told = [.. program.Output.Where(line => line.EndsWith('}'))];
        }

        var again = (await Run("import", _files.Path, "--json")).Output.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(Files, again.Length);
        Assert.All(again, result => Assert.True(result.Text("status") is "imported" or "unchanged"));
        // What was told is there; what was not told may be.
        Assert.All(again.Take(told.Length), result => Assert.Equal("unchanged", result.Text("status")));
        Assert.Equal(Files, again.Select(result => result.Text("slug")).Distinct().Count());
        var third = (await Run("import", _files.Path, "--json")).Output;
        Assert.All(third, line => Assert.Contains("\"status\":\"unchanged\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_tells_everything_and_leaves_nothing()
    {
        Write("a.txt", Sources.Bytes());
        var outcome = await Run("import", _files.Path, "--dry-run", "--json");
        Assert.Equal(0, outcome.Code);
        var result = JsonDocument.Parse(Assert.Single(outcome.Output)).RootElement;
        Assert.Equal("imported", result.Text("status"));
        Assert.Equal((null, JsonValueKind.Null), (result.Text("slug"), result.GetProperty("version").ValueKind));
        Assert.Equal(2, Number(result, "paragraphs"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data.Path));
    }

    [Fact]
    public async Task A_given_language_counts_as_edited()
    {
        Write("a.txt", Sources.Bytes());
        var outcome = await Run("import", _files.Path, "--dry-run", "--json", "--language", "fr-CA");
        var header = JsonDocument.Parse(Assert.Single(outcome.Output)).RootElement.GetProperty("header");
        Assert.Equal("fr-CA", header.Text("language"));
        Assert.Equal("edited", header.GetProperty("provenance").GetProperty("language").Text("origin"));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "no/such/file")]
    [InlineData("import", ".", "--language", "not a tag")]
    public async Task Wrong_use_is_one_line_and_code_2(params string[] arguments)
    {
        var outcome = await Run(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Single(outcome.Error);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_file_becomes_the_next_version_of_a_speech_and_a_dry_run_says_what_would_come_of_it()
    {
        const string slug = "2019-03-12-the-law-of-rivers";
        Write("a.txt", Sources.Bytes());
        Assert.Equal(0, (await Run("import", _files.Path)).Code);
        Write("b.txt", System.Text.Encoding.UTF8.GetBytes(Sources.Text().Replace("followed", "always followed", StringComparison.Ordinal)));
        var second = Path.Combine(_files.Path, "b.txt");

        var trial = JsonDocument.Parse(Assert.Single((await Run("import", second, "--as-version-of", slug, "--dry-run", "--json")).Output)).RootElement;
        var done = JsonDocument.Parse(Assert.Single((await Run("import", second, "--as-version-of", slug, "--json")).Output)).RootElement;
        var again = await Run("import", second, "--as-version-of", slug);

        Assert.Equal(("imported", JsonValueKind.Null), (trial.Text("status"), trial.GetProperty("version").ValueKind));
        Assert.Equal("""{"exact":0,"moved":0,"changed":0,"orphan":0}""", trial.GetProperty("annotations").GetRawText());
        Assert.Equal(("imported", slug, 2), (done.Text("status"), done.Text("slug"), Number(done, "version")));
        Assert.Equal((0, $"{second}: unchanged, it is {slug} version 2"), (again.Code, Assert.Single(again.Output)));
    }

    [Fact]
    public async Task A_version_of_a_speech_that_is_not_there_fails_and_of_many_files_is_wrong_use()
    {
        Write("a.txt", Sources.Bytes());
        Write("b.txt", Sources.Bytes("The law of lakes"));

        var unknown = await Run("import", Path.Combine(_files.Path, "a.txt"), "--as-version-of", "no-such-speech", "--json");
        var many = await Run("import", _files.Path, "--as-version-of", "no-such-speech");

        Assert.Equal((1, "unknown-speech"), (unknown.Code, Code(JsonDocument.Parse(Assert.Single(unknown.Output)).RootElement)));
        Assert.Equal(2, many.Code);
        Assert.Contains("one file", Assert.Single(many.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_floods_the_memory_fails_alone()
    {
        Write("1.txt", Sources.Huge());
        Write("2.txt", Sources.Bytes());
        var outcome = await Run("import", _files.Path, "--json", "--Import:MemoryLimitMegabytes=40", "--Import:MaximumCharacters=100000000", "--Import:MaximumWorkers=1");
        Assert.Equal(1, outcome.Code);
        var results = outcome.Output.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal("too-large", Code(results[0]));
        Assert.Contains("more than 40 MB of memory", results[0].GetProperty("error").Text("message"), StringComparison.Ordinal);
        Assert.Equal("imported", results[1].Text("status"));
    }

    [Theory]
    [InlineData("--Import:MaximumFileBytes=1024", "larger than 1024 bytes")]
    [InlineData("--Import:MaximumBlocks=3", "at most 3")]
    [InlineData("--Import:MaximumCharacters=1000", "more than 1000 characters")]
    [InlineData("--Import:MaximumLineCharacters=50", "line of this file has more than 50")]
    public async Task What_is_over_a_limit_is_too_large(string limit, string words)
    {
        Write("a.txt", [.. Sources.Bytes(), .. System.Text.Encoding.UTF8.GetBytes("\n\n" + string.Join("\n\n", Enumerable.Repeat("More is said here.", 60)))]);
        var outcome = await Run("import", _files.Path, "--json", limit);
        Assert.Equal(1, outcome.Code);
        var result = JsonDocument.Parse(Assert.Single(outcome.Output)).RootElement;
        Assert.Equal("too-large", Code(result));
        Assert.Contains(words, result.GetProperty("error").Text("message"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    private Task<Outcome> Run(params string[] arguments) => RunningProgram.Run(_data.Path, arguments);

    private void Write(string name, byte[] content)
    {
        var path = Path.Combine(_files.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private static string? Code(JsonElement result) => result.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? error.Text("code") : null;

    private static int Number(JsonElement result, string name) => result.GetProperty(name).GetInt32();
}

/// <summary>Values of JSON.</summary>
internal static class JsonValues
{
    /// <summary>A string, or null.</summary>
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
