using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Comparing;
using Speeches.Store;
using Speeches.Web.Comparing;
using Speeches.Web.Pages.Reading;

namespace Speeches.Web.Pages.Versions;

/// <summary>Two versions of a text: word by word where they are in one language, else paragraph beside paragraph.</summary>
internal sealed class CompareModel(SpeechStore speeches) : PageModel
{
    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>The version that the address names first; it need not be the older one.</summary>
    public SpeechText Before { get; private set; } = null!;

    /// <summary>The version that the address names second.</summary>
    public SpeechText After { get; private set; } = null!;

    /// <summary>The differences; null for a translation.</summary>
    public VersionComparison? Differences { get; private set; }

    /// <summary>The paragraphs of a text and its translation; null for versions in one language.</summary>
    public IReadOnlyList<PairedBlocks>? Parallel { get; private set; }

    /// <summary>Whether what was deleted stands in one line with what was inserted, rather than beside it.</summary>
    public bool IsInline { get; private set; }

    /// <summary>The path of the page.</summary>
    public string Address => AddressOf(Speech, Before.Version, After.Version);

    /// <summary>The path of a comparison.</summary>
    public static string AddressOf(Speech speech, int before, int after) => $"/speeches/{speech.Slug}/compare/{before}...{after}";

    /// <summary>Compares.</summary>
    /// <param name="slug">The speech.</param>
    /// <param name="before">A version.</param>
    /// <param name="after">Another.</param>
    /// <param name="view"><c>inline</c>; anything else is side by side.</param>
    public async Task<IActionResult> OnGet(string slug, int before, int after, string? view)
    {
        if (before == after || await speeches.Find(slug) is not { } speech || await speeches.Text(speech.Id, before) is not { } old
            || await speeches.Text(speech.Id, after) is not { } now)
            return NotFound();
        (Speech, Before, After, IsInline) = (speech, old, now, view == "inline");
        if (Languages.AreSame(old.Language, now.Language))
            Differences = VersionComparison.Of(old, now);
        else
            Parallel = TranslationPairing.Pair(old.Blocks, now.Blocks);

        ViewData["Title"] = $"Versions {before} and {after} of {speech.DisplayTitle}";
        ViewData["Canonical"] = Address;
        ViewData["Main"] = "page comparing";
        return Page();
    }

    /// <summary>What happened at a place, in a few words.</summary>
    public string WhatHappened(ComparedBlocks row) => row switch
    {
        { Moved: { } moved, Blocks.After: [] } => $"Moved to {Passage.ShortNameOf(moved)} of version {After.Version}",
        { Moved: { } moved } => $"Moved from {Passage.ShortNameOf(moved)} of version {Before.Version}",
        { Blocks.Before: [] } => $"Only in version {After.Version}",
        { Blocks.After: [] } => $"Only in version {Before.Version}",
        { Blocks: { Before.Count: 1, After.Count: 2 } } => "Parted in two",
        { Blocks: { Before.Count: 2, After.Count: 1 } } => "Two joined",
        { Blocks: { Before: [var old], After: [var now] } } when old.Text == now.Text => $"{NameOf(old.Kind)} before, {NameOf(now.Kind).ToLowerInvariant()} now",
        _ => "Changed",
    };

    private static string NameOf(BlockKind kind) => kind switch
    {
        BlockKind.BlockQuotation => "Quotation",
        BlockKind.ListItem => "List item",
        _ => kind.ToString(),
    };
}
