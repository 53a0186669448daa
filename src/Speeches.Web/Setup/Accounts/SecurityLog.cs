using Speeches.Annotations;

namespace Speeches.Web.Setup.Accounts;

/// <summary>
/// What is done to accounts and to the ways into them, one line each: what, to which account, by whom. Numbers of accounts and no names,
/// addresses or secrets.
/// </summary>
internal sealed partial class SecurityLog(ILogger<SecurityLog> log)
{
    /// <summary>Records an act.</summary>
    /// <param name="act">A word or two: <c>signed in</c>, <c>password changed</c>.</param>
    /// <param name="accountId">The account that it is about, where one is known.</param>
    /// <param name="by">Who did it; null for the account's owner, or for nobody who is known.</param>
    /// <param name="detail">A word more, never anything secret.</param>
    public void Record(string act, long? accountId, Actor? by = null, string? detail = null) => Write(act, accountId, by?.Id ?? accountId, detail);

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Account {AccountId}: {Act} by {By} {Detail}")]
    private partial void Write(string act, long? accountId, long? by, string? detail);
}
