using System.Text.Json;

namespace Speeches.Web.Tests.Importing;

public sealed class ImportedCommentsTests : IDisposable
{
    private const string Slug = "2019-03-12-the-law-of-rivers";
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = new();

    public ImportedCommentsTests() => System.IO.File.WriteAllBytes(File(), CommentedFile.Bytes());

    [Fact]
    public async Task A_dry_run_offers_the_comments_with_their_place_author_date_and_replies()
    {
        var comments = Comments(await Run(["import", File(), "--dry-run", "--json"]));

        Assert.Equal((3, 0), (Number(comments, "count"), Number(comments, "imported")));
        var items = comments.GetProperty("items");
        Assert.Equal([null, "p1", "p2"], items.EnumerateArray().Select(item => item.Text("block")));
        var first = items[1];
        Assert.Equal(("borders", 39, 46), (first.Text("exact"), Number(first, "start"), Number(first, "end")));
        Assert.Equal(("A. Reader", "Is this *so*?", true), (first.Text("author"), first.Text("body"), first.GetProperty("resolved").GetBoolean()));
        Assert.Equal("2021-12-14T10:00:00Z", first.Text("date"));
        Assert.Equal(("B. Reader", "1. It is."), (first.GetProperty("replies")[0].Text("author"), first.GetProperty("replies")[0].Text("body")));
        Assert.Equal(JsonValueKind.Null, items[2].GetProperty("start").ValueKind);
    }

    [Fact]
    public async Task They_become_annotations_of_the_importer_that_say_who_wrote_them_and_once_only()
    {
        await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"], SpeechesApp.Password + "\n");
        Assert.Equal(0, Number(Comments(await Run(["import", File(), "--json"])), "imported"));

        var imported = Comments(await Run(["import", File(), "--json", "--with-comments", "--user", "user@example.org"]));
        var again = Comments(await Run(["import", File(), "--json", "--with-comments", "--user", "user@example.org"]));

        Assert.Equal((3, 0), (Number(imported, "imported"), Number(again, "imported")));
        var exported = await Run(["export", Slug, "--format", "json"]);
        var threads = JsonDocument.Parse(string.Join('\n', exported.Output)).RootElement.GetProperty("annotations").EnumerateArray().ToArray();
        Assert.Equal(2, threads.Length);
        Assert.Equal("*Comment by A. Reader, 14 December 2021, 10:00 UTC, from the imported file*\n\nIs this \\*so\\*?", threads[0].Text("body"));
        Assert.Equal(("First annotator", true), (threads[0].GetProperty("author").Text("name"), threads[0].GetProperty("resolved").GetBoolean()));
        Assert.Equal("borders", threads[0].GetProperty("quote").Text("exact"));
        Assert.EndsWith("1\\. It is.", threads[0].GetProperty("replies")[0].Text("body"), StringComparison.Ordinal);
        Assert.False(threads[1].GetProperty("resolved").GetBoolean());
        Assert.Equal(0, (await Run(["check"])).Code);
    }

    [Fact]
    public async Task A_corrected_version_brings_only_the_comments_that_its_speech_does_not_have()
    {
        await Run(["user", "add", "user@example.org", "--name", "First annotator", "--role", "annotator"], SpeechesApp.Password + "\n");
        await Run(["import", File(), "--with-comments", "--user", "user@example.org"]);
        System.IO.File.WriteAllBytes(File(), CommentedFile.Bytes(corrected: true));
        string[] asVersion = ["import", File(), "--json", "--as-version-of", Slug, "--with-comments", "--user", "user@example.org"];

        var imported = Comments(await Run(asVersion));
        var again = Comments(await Run(asVersion));

        // Both comments that say "To be quoted." of one author and one minute are in the file: one is new.
        Assert.Equal((1, 0), (Number(imported, "imported"), Number(again, "imported")));
        var threads = JsonDocument.Parse(string.Join('\n', (await Run(["export", Slug, "--format", "json"])).Output)).RootElement.GetProperty("annotations");
        Assert.Equal(["p1", "p2", "p3"], threads.EnumerateArray().Select(thread => $"p{Number(thread, "paragraph")}").Order());
        Assert.Equal(0, (await Run(["check"])).Code);
    }

    [Fact]
    public async Task Comments_without_a_person_to_take_them_over_are_wrong_use()
    {
        var outcome = await Run(["import", File(), "--with-comments"]);

        Assert.Equal(2, outcome.Code);
        Assert.Contains("--user EMAIL", Assert.Single(outcome.Error), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    private string File() => Path.Combine(_files.Path, "commented.docx");

    private Task<Outcome> Run(string[] arguments, string? input = null) => RunningProgram.Run(_data.Path, arguments, input);

    private static JsonElement Comments(Outcome outcome) => JsonDocument.Parse(Assert.Single(outcome.Output)).RootElement.GetProperty("comments");

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
