using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Speeches.Formats.Reading;
using Speeches.Parsing;
using Speeches.Store;
using Speeches.Web.Tests.Versions;

namespace Speeches.Browser.Tests;

/// <summary>Annotating words: selected with the mouse, a finger, the keyboard, or named in the form.</summary>
public class SelectingTests(Site site, Chromium chromium) : IClassFixture<Site>
{
    private const string Norms = "voluntary and non-binding norms";

    /// <summary>Where a range of words lies on the screen: the middle of its first and of its last character.</summary>
    private const string Corners = """
        ([id, words]) => {
          const text = document.getElementById(id);
          const start = text.textContent.indexOf(words), end = start + words.length;
          const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          const range = new Range();
          for (let node, at = 0; node = nodes.nextNode(); at += node.length) {
            if (start >= at && start < at + node.length) range.setStart(node, start - at);
            if (end > at && end <= at + node.length) range.setEnd(node, end - at);
          }
          text.scrollIntoView({ block: "center", behavior: "instant" });
          const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
          const [first, last] = [rects[0], rects.at(-1)];
          const ahead = getComputedStyle(text).direction === "ltr";
          return [ahead ? first.left + 1 : first.right - 1, first.top + first.height / 2, ahead ? last.right - 1 : last.left + 1, last.top + last.height / 2];
        }
        """;

    [Fact]
    public async Task Words_selected_with_the_mouse_are_annotated_lit_and_linked_with_their_thread()
    {
        var page = await site.Register("First annotator");
        await page.GotoAsync(site.Speech);
        await Select(page, "p8", Norms);
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotate selection" }).ClickAsync();
        var composer = page.Locator("#passage-p8 form.composer");
        await Assertions.Expect(composer.Locator(".quote")).ToHaveTextAsync(Norms);
        Assert.Equal(Norms, await Lit(page, "active"));
        await Axe.Check(page, "composer on words");
        await composer.Locator("textarea").FillAsync("Are they?");
        await composer.Locator(".button.primary").ClickAsync();

        var thread = page.Locator("#passage-p8 .thread", new() { HasText = "Are they?" });
        await Assertions.Expect(thread.Locator("blockquote")).ToHaveTextAsync(Norms);
        var mark = page.Locator("#p8 mark");
        await Assertions.Expect(mark).ToHaveTextAsync(Norms);
        await Axe.Check(page, "words annotated");

        await page.ReloadAsync();
        await page.Locator("#passage-p8").ScrollIntoViewIfNeededAsync();
        await mark.HoverAsync();
        await Assertions.Expect(thread).ToHaveClassAsync(new Regex("is-lit"));
        await thread.HoverAsync();
        Assert.Equal(Norms, await Lit(page, "lit"));
        await mark.ClickAsync();
        await Assertions.Expect(thread).ToBeFocusedAsync();
        Assert.Equal(Norms, await Lit(page, "active"));
    }

    [Fact]
    public async Task A_selection_over_paragraphs_is_anchored_to_each()
    {
        var page = await site.Register("Second annotator");
        await page.GotoAsync(site.Speech);
        // From within paragraph 4 into paragraph 6, in one go as a reader with a mouse does.
        await page.EvaluateAsync(
            """
            () => {
              const point = (id, words) => {
                const nodes = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
                for (let node; node = nodes.nextNode();) {
                  const at = node.data.indexOf(words);
                  if (at >= 0) return [node, at];
                }
              };
              getSelection().setBaseAndExtent(...point("p4", "address"), ...point("p6", "international"));
            }
            """);
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotate 3 paragraphs" }).ClickAsync();
        await page.Locator("form.composer textarea").FillAsync("All of this.");
        await page.Keyboard.PressAsync("Control+Enter");
        foreach (var id in (string[])["p4", "p5", "p6"])
            await Assertions.Expect(page.Locator($"#passage-{id} .thread .words", new() { HasText = "All of this." })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#p4 mark")).ToHaveTextAsync(new Regex("^address "));
        await Assertions.Expect(page.Locator("#p5 mark")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#p6 mark")).ToHaveTextAsync("However, from an");
    }

    [Fact]
    public async Task Words_are_selected_and_annotated_by_keyboard_alone()
    {
        var page = await site.Register("Third annotator");
        await page.GotoAsync(site.Speech);
        await page.Locator("#main").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        foreach (var (key, words) in ((string, string)[])[("s", "Urgent"), ("ArrowRight", "action"), ("Shift+ArrowRight", "action is"), ("Shift+ArrowRight", "action is needed")])
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(page.GetByText($"Selected: {words}", new() { Exact = true })).ToBeAttachedAsync();
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#passage-p3 form.composer textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("By whom?");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#passage-p3 .thread")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#p3 mark")).ToHaveTextAsync("action is needed");

        // Giving up leads back to where one was.
        await page.Locator("#p3").FocusAsync();
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#passage-p3 > .margin > form.composer textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#passage-p3 a.add")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Words_are_annotated_by_touch_on_a_small_screen()
    {
        var page = await site.Register("Fourth annotator", new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync(site.Speech);
        // A long press selects a word; the browser, not the page, draws its handles.
        await page.EvaluateAsync("() => { const node = document.getElementById('p1').firstChild; getSelection().setBaseAndExtent(node, 4, node, 9); }");
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotate selection" }).TapAsync();
        await page.Locator("#passage-p1 form.composer textarea").FillAsync("Which world?");
        await page.Locator("#passage-p1 form.composer .button.primary").TapAsync();
        await Assertions.Expect(page.Locator("#p1 mark")).ToHaveTextAsync("world");
    }

    [Fact]
    public async Task Without_script_the_words_are_named_in_the_form()
    {
        var page = await site.Register("Fifth annotator", new() { JavaScriptEnabled = false, ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync(site.Speech);
        await page.Locator("#passage-p7 a.add").ClickAsync();
        await page.GetByText("Only on some of its words").ClickAsync();
        await page.GetByLabel("The words, as they stand there").FillAsync("of");
        await page.Locator("textarea").FillAsync("Which rules?");
        await page.Locator("form.composer .button.primary").ClickAsync();
        // Twice there: nothing is stored, and what was typed is still there.
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("more than once");
        await Assertions.Expect(page.Locator("textarea")).ToHaveValueAsync("Which rules?");
        await page.GetByLabel("The words, as they stand there").FillAsync("does not operate in a vacuum");
        await page.Locator("form.composer .button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#p7 mark")).ToHaveTextAsync("does not operate in a vacuum");
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotation by Fifth annotator" }).ClickAsync();
        Assert.Contains("#a-", page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("السيد الرئيس،\n\nنجدد التزامنا بمبادئ القانون الدولي وسيادة الدول.\n", "القانون الدولي")]
    [InlineData("主席先生：\n\n我们重申对国际法原则的承诺和对各国主权的尊重。\n", "国际法原则")]
    [InlineData("Mr. President,\n\nThe scales 👩‍⚖️ of café justice, in e\u0301quilibre, hold.\n", "👩‍⚖️ of café justice, in e\u0301quilibre")]
    public async Task Offsets_hold_in_every_script(string source, string words)
    {
        var (speech, bytes) = Read(source);
        var slug = (await site.App.Get<SpeechStore>().Add(speech, "speech.txt", "text/plain", bytes)).Slug;
        var page = await site.Register("Sixth annotator");
        await page.GotoAsync($"{site.Address}/speeches/{slug}");
        await Select(page, "p1", words);
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotate selection" }).ClickAsync();
        await page.Locator("form.composer textarea").FillAsync("Exactly these.");
        await page.Locator("form.composer .button.primary").ClickAsync();
        await Assertions.Expect(page.Locator("#passage-p1 .thread blockquote")).ToHaveTextAsync(words);
        await Assertions.Expect(page.Locator("#p1 mark")).ToHaveTextAsync(words);
    }

    [Fact]
    public async Task Words_selected_in_an_older_text_are_not_looked_for_in_a_newer_one_by_place()
    {
        await using var own = new Site(chromium);
        await own.InitializeAsync();
        var page = await own.Register("First annotator");
        await page.GotoAsync(own.Speech);
        await Select(page, "p8", Norms);
        var (speech, source) = Read(SeedVersions.Corrected());
        await own.App.Get<SpeechStore>().AddVersion(await own.App.SeedSlug(), speech, "corrected.md", "text/markdown", source);
        await page.GetByRole(AriaRole.Link, new() { Name = "Annotate selection" }).ClickAsync();
        await page.Locator("form.composer textarea").FillAsync("Late.");
        await page.Locator("form.composer .button.primary").ClickAsync();
        // It still reads the older text, and that is what it goes on showing.
        await Assertions.Expect(page.Locator("#p8 mark")).ToHaveTextAsync(Norms);
        await page.GotoAsync(own.Speech);
        await Assertions.Expect(page.Locator(".speech mark")).ToHaveTextAsync(Norms);
    }

    private static (ParsedSpeech Speech, byte[] Source) Read(string source) =>
        (SpeechParser.Parse(SpeechReaders.Read(Encoding.UTF8.GetBytes(source))), Encoding.UTF8.GetBytes(source));

    private static async Task Select(IPage page, string id, string words)
    {
        var corners = await page.EvaluateAsync<float[]>(Corners, new[] { id, words });
        await page.Mouse.MoveAsync(corners[0], corners[1]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(corners[2], corners[3], new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    private static Task<string> Lit(IPage page, string name) =>
        page.EvaluateAsync<string>("name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString()).join('|')", name);
}
