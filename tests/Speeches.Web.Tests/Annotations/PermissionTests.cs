using Speeches.Annotations;

namespace Speeches.Web.Tests.Annotations;

public class PermissionTests(SpeechesApp app) : IClassFixture<SpeechesApp>
{
    [Fact]
    public async Task A_private_annotation_is_seen_by_nobody_else_anywhere()
    {
        var slug = await app.SeedSlug();
        var (owner, other, administrator) = (
            await app.SignedIn("First annotator"), await app.SignedIn("Second annotator"), await app.SignedIn(Role.Administrator, "Administrator"));
        var id = await owner.Annotate(slug, "For my eyes only.", "p9", "private");
        Assert.Equal("only me", (await owner.Page($"/speeches/{slug}")).Words($"#a-{id} .only"));

        foreach (var browser in new[] { app.Anonymous(), other, administrator })
        {
            var page = await browser.Page($"/speeches/{slug}");
            Assert.Null(page.GetElementById($"a-{id}"));
            Assert.Null(page.QuerySelector("#passage-p9 summary"));
            Assert.EndsWith("paragraph 9 (0)", page.QuerySelector("#passage-p9 .add")!.GetAttribute("aria-label"));
            Assert.Null(page.QuerySelector("#discussion a[href='#p9']"));
            Assert.Equal(404, await browser.Status($"/annotations/{id}"));
        }

        foreach (var form in new[] { "replies", "edit", "delete", "resolution" })
            Assert.Equal(404, await other.Status($"/annotations/{id}/{form}"));
    }

    [Fact]
    public async Task Only_who_wrote_it_edits_and_only_they_or_an_administrator_delete()
    {
        var slug = await app.SeedSlug();
        var other = await app.SignedIn("Second annotator");
        var administrator = await app.SignedIn(Role.Administrator, "Administrator");
        var id = await (await app.SignedIn("First annotator")).Annotate(slug, "A remark.", "p1");

        Assert.Empty((await other.Page($"/speeches/{slug}")).QuerySelectorAll($"#a-{id} a[href$='/edit'], #a-{id} a[href$='/delete']"));
        foreach (var form in new[] { "edit", "delete" })
        {
            Assert.Equal(403, await other.Status($"/annotations/{id}/{form}"));
            var (status, _) = await other.Quietly($"/speeches/{slug}", new { formaction = $"/annotations/{id}/{form}", body = "x" }, "act");
            Assert.Equal(403, status);
        }

        Assert.Equal(403, await administrator.Status($"/annotations/{id}/edit"));
        Assert.Equal(303, (int)(await administrator.PostForm($"/annotations/{id}/delete", new { })).StatusCode);
        Assert.Null((await app.Anonymous().Page($"/speeches/{slug}")).GetElementById($"a-{id}"));
    }

    [Fact]
    public async Task Who_only_reads_and_who_is_not_signed_in_get_no_form()
    {
        var slug = await app.SeedSlug();
        var reader = await app.SignedIn(Role.Reader);
        var id = await (await app.SignedIn()).Annotate(slug, "A remark.");
        foreach (var address in new[] { $"/speeches/{slug}/annotations?block=p2", $"/annotations/{id}/replies", $"/annotations/{id}/edit", $"/annotations/{id}/delete", $"/annotations/{id}/resolution" })
        {
            Assert.Equal(403, await reader.Status(address));
            Assert.Equal(302, await app.Anonymous().Status(address));
        }
    }

    [Fact]
    public async Task A_form_from_nowhere_is_refused()
    {
        var slug = await app.SeedSlug();
        var browser = await app.SignedIn();
        var id = await browser.Annotate(slug, "A remark.");
        foreach (var address in new[] { $"/speeches/{slug}/annotations?block=p2", $"/annotations/{id}/replies", $"/annotations/{id}/edit", $"/annotations/{id}/delete", $"/annotations/{id}/resolution", "/annotations/preview" })
        {
            using var form = new FormUrlEncodedContent([new("body", "Forged."), new("block", "p2")]);
            using var answer = await browser.PostAsync(address, form, TestContext.Current.CancellationToken);
            Assert.Equal(400, (int)answer.StatusCode);
        }

        Assert.DoesNotContain("Forged.", (await browser.Page($"/speeches/{slug}")).Body!.TextContent);
    }
}
