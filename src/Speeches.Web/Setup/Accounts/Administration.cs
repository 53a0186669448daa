using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>What administrators do to accounts, on the page and on the command line. Each ends the account's sessions.</summary>
internal sealed class Administration(AccountStore accounts, TimeProvider clock)
{
    /// <summary>Gives the account another role.</summary>
    public async Task SetRole(Account account, Role role)
    {
        if (account.Role == role)
            return;
        account.Role = role;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await accounts.Update(account);
    }

    /// <summary>Closes the account or opens it again.</summary>
    public async Task SetDisabled(Account account, bool disabled)
    {
        if (account.Disabled is not null == disabled)
            return;
        account.Disabled = disabled ? clock.GetUtcNow() : null;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        await accounts.Update(account);
    }
}
