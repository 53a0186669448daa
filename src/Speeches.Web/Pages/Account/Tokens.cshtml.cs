using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Speeches.Store;
using Speeches.Web.Setup;
using Speeches.Web.Setup.Accounts;

namespace Speeches.Web.Pages.Account;

/// <summary>One's API tokens: making one, which is shown in the answer to the form and nowhere else, and revoking it.</summary>
[Authorize]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class TokensModel(
    AccountStore accounts, TokenStore tokens, TokenTimes times, UserManager<Store.Account> users, SecurityLog security, TimeProvider clock)
    : GuardedForm(accounts, users, clock)
{
    private readonly TimeProvider _clock = clock;

    /// <summary>The tokens, newest first.</summary>
    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Label { get; set; }

    /// <summary>As chosen.</summary>
    [BindProperty]
    public TokenScope Scope { get; set; } = TokenScope.Read;

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Days { get; set; }

    /// <summary>The most days.</summary>
    public int MaximumDays => times.MaximumDays;

    /// <summary>The secret of the token that was made just now, or null.</summary>
    public string? Secret { get; private set; }

    /// <summary>The token that was made just now, or null.</summary>
    public ApiToken? Made { get; private set; }

    /// <summary>Whether one was revoked just now.</summary>
    public bool Saved { get; private set; }

    /// <summary>The list and the form.</summary>
    public async Task OnGet(string? saved)
    {
        Tokens = await tokens.List(Account.Id);
        Days ??= times.DefaultDays.ToString(CultureInfo.InvariantCulture);
        Saved = saved is "revoked";
    }

    /// <summary>Makes a token.</summary>
    public async Task<IActionResult> OnPost(string? current)
    {
        await OnGet(null);
        try
        {
            var expires = times.Read(Days);
            await Reassure(current);
            (Made, Secret) = await tokens.Create(Account.Id, Scope, expires, Label?.Trim() ?? "");
            security.Record("token made", Account.Id, detail: Made.Id);
            return Page();
        }
        catch (SpeechesError error) when (error.Kind is ErrorKind.Refused)
        {
            return Refuse(error);
        }
    }

    /// <summary>Revokes a token of one's own.</summary>
    public async Task<IActionResult> OnPostRevoke(string? id)
    {
        await tokens.Revoke(id ?? "", Account.Id);
        security.Record("token revoked", Account.Id, detail: id);
        return Redirect("/account/tokens?saved=revoked");
    }

    /// <summary>Whether a token opens anything.</summary>
    public bool IsGood(ApiToken token) => token.Revoked is null && !(token.Expires <= _clock.GetUtcNow());

    /// <summary>How a token stands, in words before a time.</summary>
    public string State(ApiToken token) => token switch
    {
        { Revoked: not null } => "revoked",
        { Expires: null } => "without an end",
        _ when IsGood(token) => "works until",
        _ => "expired",
    };

    /// <summary>The time after <see cref="State"/>.</summary>
    public static DateTimeOffset? Moment(ApiToken token) => token.Revoked ?? token.Expires;
}
