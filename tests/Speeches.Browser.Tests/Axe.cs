using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>What axe finds on a page against WCAG 2.2 A and AA, and against its best practices; its colours in the light and the dark look.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // The script takes a page by itself, and is given once; no page of the product has frames. Only what is wrong is described.
    private const string Find = """
        async kind => {
          const found = await axe.run(document, { runOnly: kind, resultTypes: ["violations"] });
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} (${rule.help})`));
        }
        """;

    private static readonly object Wcag = new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };

    // What the look changes: nothing but colours.
    private static readonly object Colours = new { type = "rule", values = (string[])["color-contrast", "link-in-text-block"] };

    /// <summary>Fails with what was found.</summary>
    /// <param name="page">The page; it has the light look, and no motion, afterwards.</param>
    /// <param name="state">An address to go to first, or what to call the state that the page is in.</param>
    public static async Task Check(IPage page, string state)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce });
        if (state.StartsWith("http", StringComparison.Ordinal))
            await page.GotoAsync(state);
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        await Run(page, Wcag, state);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Run(page, Colours, $"{state}, dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task Run(IPage page, object rules, string state)
    {
        var found = await page.EvaluateAsync<string[]>(Find, rules);
        Assert.True(found.Length == 0, $"{state}:\n{string.Join('\n', found)}");
    }
}
