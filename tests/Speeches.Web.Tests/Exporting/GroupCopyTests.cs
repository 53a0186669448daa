using System.IO.Compression;
using System.Text;
using Speeches.Formats.Writing;
using Speeches.Web.Commands;
using Speeches.Web.Tests.Annotations;
using Speeches.Web.Tests.Endpoints;
using Speeches.Web.Tests.Groups;

namespace Speeches.Web.Tests.Exporting;

/// <summary>What leaves of a group's words, and what does not.</summary>
public sealed class GroupCopyTests(ApiApp app) : IClassFixture<ApiApp>, IAsyncLifetime
{
    // Words, names and places that occur nowhere else.
    private static readonly string[] Secrets = ["xylographic", "quincunx", "Zugzwang Circle"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Formats => [.. SpeechWriters.All.Select(writer => writer.Format)];

    public async ValueTask InitializeAsync()
    {
        using var first = await app.Browser("first");
        using var second = await app.Browser("second");
        if ((await first.Page("/groups")).QuerySelector(".groups") is not null)
            return;
        await first.MakeGroup("Zugzwang Circle", second);
        await app.Annotate("first", "A public remark.");
        var root = await app.Annotate("first", "A xylographic remark.", audience: "group:zugzwang circle");
        using var client = app.Client("second");
        using var reply = await client.PostAsync($"/api/v1/annotations/{root.GetProperty("id").GetString()}/replies", ApiApp.Json(new { body = "A quincunx of an answer." }), Stop);
        Assert.Equal(201, (int)reply.StatusCode);
        await app.Annotate("first", "A private remark.", audience: "private");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_byte_of_a_group_leaves_but_in_the_copies_of_its_members(string format)
    {
        var address = $"/speeches/{ApiApp.Slug}.{format}";
        foreach (var holder in (string?[])[null, "first", "second", "administrator"])
        {
            using var client = app.Client(holder);
            foreach (var audience in holder is null ? [""] : (string[])["", "?audience=mine"])
            {
                var parts = Parts(await client.GetByteArrayAsync(address + audience, Stop));
                Assert.All(Secrets, secret => Assert.DoesNotContain(secret, parts, StringComparison.OrdinalIgnoreCase));
            }
        }

        using var member = app.Client("second");
        using var copy = await member.GetAsync(address + "?audience=group:Zugzwang%20Circle", Stop);
        Assert.True(copy.Headers.CacheControl is { NoStore: true, Private: true });
        var words = Parts(await copy.Content.ReadAsByteArrayAsync(Stop));
        if (SpeechWriters.For(format)!.HoldsAnnotations)
            Assert.All(Secrets, secret => Assert.Contains(secret, words));
        Assert.DoesNotContain("A private remark.", words);
        foreach (var holder in (string?[])[null, "administrator", "reader"])
        {
            using var client = app.Client(holder);
            Assert.Equal(404, await client.Status(address + "?audience=group:Zugzwang%20Circle"));
        }
    }

    [Fact]
    public async Task The_page_offers_the_copy_with_a_groups_threads_to_its_members_alone()
    {
        var address = $"/speeches/{ApiApp.Slug}/export";
        using var member = await app.Browser("second");
        var page = await member.Page(address);
        var offer = page.QuerySelectorAll(".audiences a").Single(link => link.TextContent.Contains("Zugzwang", StringComparison.Ordinal));
        Assert.Equal("With the threads of Zugzwang Circle (2)", offer.TextContent);
        Assert.Contains("With my private notes (0)", page.QuerySelector(".audiences")!.TextContent);
        var chosen = await member.Page(offer.GetAttribute("href")!);
        Assert.NotNull(chosen.QuerySelector($"a[href='/speeches/{ApiApp.Slug}.docx?audience=group%3AZugzwang%20Circle&download=1']"));
        Assert.Contains("only the members of Zugzwang Circle", chosen.QuerySelector(".notice")!.TextContent);
        Assert.Contains("its 3 annotations, those of Zugzwang Circle included", string.Join(' ', chosen.QuerySelector(".lead")!.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));

        using var stranger = await app.Browser("administrator");
        Assert.DoesNotContain("Zugzwang", (await stranger.Page(address)).Body!.TextContent);
        Assert.Equal(404, await stranger.Status(offer.GetAttribute("href")!));
        Assert.Equal(404, await app.App.Anonymous().Status(offer.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_command_writes_what_a_member_gets_and_nothing_for_others()
    {
        var file = Path.Combine(app.App.DataDirectory, "group.md");
        using var client = app.Client("second");
        Assert.Equal(0, await Export("second"));
        Assert.Equal(await client.GetByteArrayAsync($"/speeches/{ApiApp.Slug}.md?audience=group:Zugzwang%20Circle", Stop), await File.ReadAllBytesAsync(file, Stop));
        File.Delete(file);
        Assert.Equal(1, await Export("administrator"));
        Assert.False(File.Exists(file));

        Task<int> Export(string who) => CommandLine.Run(Web.Setup.Arguments.Split(
            ["export", ApiApp.Slug, "--format", "md", "--audience", "group:Zugzwang Circle", "--user", app.Emails[who], "--output", file, "--Data:Directory=" + app.App.DataDirectory]));
    }

    /// <summary>All that is in a copy; of a zip file its parts as well, unpacked.</summary>
    private static string Parts(byte[] copy)
    {
        var all = new StringBuilder(Encoding.UTF8.GetString(copy));
        if (copy is not [(byte)'P', (byte)'K', ..])
            return all.ToString();
        using var zip = new ZipArchive(new MemoryStream(copy));
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(part.Open());
            all.Append(part.FullName).Append(reader.ReadToEnd());
        }

        return all.ToString();
    }
}
