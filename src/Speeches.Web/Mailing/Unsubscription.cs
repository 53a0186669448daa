using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Speeches.Web.Setup;

namespace Speeches.Web.Mailing;

/// <summary>
/// The address in a mail by which its reader gets no more, without signing in (RFC 8058). It is signed with the library's own keys, says
/// whose mail it is and nothing else, and allows nothing else. In the query, which is never logged.
/// </summary>
internal sealed class Unsubscription(IDataProtectionProvider keys, SiteAddress site)
{
    private readonly IDataProtector _signer = keys.CreateProtector("mail-unsubscription");

    /// <summary>The address for an account.</summary>
    public Uri Address(long accountId) =>
        new(site.Root, "/mail/unsubscribe?token=" + _signer.Protect(accountId.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Whose mail it is, or null where the token is none of ours.</summary>
    public long? Read(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : long.Parse(_signer.Unprotect(token), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
