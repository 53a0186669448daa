using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Following;

/// <summary>A button that follows something, or no longer.</summary>
/// <param name="Follow">What.</param>
/// <param name="IsOn">Whether it is followed now.</param>
/// <param name="Label">What the button says.</param>
/// <param name="Back">Where to go afterwards.</param>
internal sealed record FollowButton(Follow Follow, bool IsOn, string Label, string Back);

/// <summary>What the reader follows.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
[EnableRateLimiting(RateLimits.Posting)]
internal sealed class IndexModel(FollowStore follows) : PageModel
{
    /// <summary>Speeches, then speakers, then tags.</summary>
    public IReadOnlyList<Follow> Follows { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGet() => Follows = await follows.Of(User.Actor()!);

    /// <summary>Follows something, or no longer, and goes back to where that was asked.</summary>
    public async Task<IActionResult> OnPost(FollowKind kind, string? target, bool on, string? returnUrl)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(target))
            return BadRequest();
        await follows.Set(User.Actor()!, kind, target, on);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/following");
    }

    /// <summary>What things of a kind are called.</summary>
    public static string Say(FollowKind kind) => kind switch
    {
        FollowKind.Speech => "Speeches",
        FollowKind.Speaker => "Speakers",
        _ => "Tags",
    };
}
