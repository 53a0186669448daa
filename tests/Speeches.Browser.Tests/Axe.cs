using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Speeches.Browser.Tests;

/// <summary>What axe finds on a page against WCAG 2.2 A and AA, and against its best practices.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    /// <summary>Fails with what was found.</summary>
    /// <param name="page">The page.</param>
    /// <param name="state">An address to go to first, or what to call the state that the page is in.</param>
    public static async Task Check(IPage page, string state)
    {
        if (state.StartsWith("http", StringComparison.Ordinal))
            await page.GotoAsync(state);
        var result = await page.RunAxe(Wcag);
        var found = result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html} ({violation.Help})"));
        Assert.True(result.Violations.Length == 0, $"{state}:\n{string.Join('\n', found)}");
    }
}
