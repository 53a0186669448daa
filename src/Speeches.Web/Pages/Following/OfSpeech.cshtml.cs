using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Following;

/// <summary>What can be followed of a speech: itself, and who speaks in it. A page of its own, so that the reading page holds no more forms.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class OfSpeechModel(SpeechStore speeches, FollowStore follows) : PageModel
{
    /// <summary>The speech.</summary>
    public Speech Speech { get; private set; } = null!;

    /// <summary>The speech first, then its speakers.</summary>
    public IReadOnlyList<FollowButton> Buttons { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGet(string slug)
    {
        Speech = await speeches.Find(slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech.");
        var followed = (await follows.Of(User.Actor()!)).Select(follow => (follow.Kind, follow.Target)).ToHashSet();
        Buttons = [.. Speech.Header.Speakers.Select(speaker => speaker.Called).Distinct(StringComparer.Ordinal)
            .Select(name => new Follow(FollowKind.Speaker, name, name)).Prepend(new Follow(FollowKind.Speech, slug, "this speech"))
            .Select(follow => (Follow: follow, IsOn: followed.Contains((follow.Kind, follow.Target))))
            .Select(one => new FollowButton(one.Follow, one.IsOn, (one.IsOn ? "Do not follow " : "Follow ") + one.Follow.Label, $"/speeches/{slug}/following"))];
    }
}
