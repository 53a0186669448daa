#pragma warning disable CS9113 // stub
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A person's account, as ASP.NET Core Identity keeps one; mutable because Identity changes it in place.</summary>
public sealed class Account
{
    /// <summary>The store's key; 0 until added.</summary>
    public long Id { get; set; }

    /// <summary>The e-mail address, as typed; unique by <see cref="NormalizedEmail"/>.</summary>
    public string Email { get; set; } = "";

    /// <summary>As Identity's normalizer makes it.</summary>
    public string NormalizedEmail { get; set; } = "";

    /// <summary>The display name, 1 to 80 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the person may do.</summary>
    public Role Role { get; set; }

    /// <summary>Identity's password hash, or null where no password is set yet.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changed with the password, the role and on being disabled; signs out other sessions.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Changed by every update; guards against overwriting another's.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>Until when signing in is refused, UTC, or null.</summary>
    public DateTimeOffset? LockoutEnd { get; set; }

    /// <summary>Failed sign-ins since the last good one.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset Created { get; set; }

    /// <summary>When it was disabled, UTC, or null.</summary>
    public DateTimeOffset? Disabled { get; set; }
}

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>Makes the first administrator.</summary>
    Setup,

    /// <summary>Sets a password for an account that was made on the command line.</summary>
    Password,
}

/// <summary>Accounts and the one-time links that go with them. Links are kept as SHA-256 hashes only.</summary>
public sealed class AccountStore(Database database, TimeProvider clock)
{
    /// <summary>Adds an account and sets its <see cref="Account.Id"/>.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Conflict"/> on field <c>email</c> where the address is taken.</exception>
    public Task Add(Account account) => throw new NotImplementedException();

    /// <summary>Writes the account back; a changed name or role raises the revision of every speech it is shown on.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Stale"/> where <see cref="Account.ConcurrencyStamp"/> is not the stored one.</exception>
    public Task Update(Account account) => throw new NotImplementedException();

    /// <summary>By key, or null.</summary>
    public Task<Account?> Find(long id) => throw new NotImplementedException();

    /// <summary>By normalized address, or null.</summary>
    public Task<Account?> FindByEmail(string normalizedEmail) => throw new NotImplementedException();

    /// <summary>All accounts by name.</summary>
    public Task<IReadOnlyList<Account>> List() => throw new NotImplementedException();

    /// <summary>Whether an enabled administrator exists.</summary>
    public Task<bool> HasAdministrator() => throw new NotImplementedException();

    /// <summary>Makes a one-time link's token; earlier unused ones of the same purpose and account stop working.</summary>
    /// <returns>The token, to be shown once: 256 random bits in base64url.</returns>
    public Task<string> CreateLink(LinkPurpose purpose, long? accountId, TimeSpan lifetime) => throw new NotImplementedException();

    /// <summary>Whether a token would be accepted now; it stays unused.</summary>
    public Task<bool> IsLinkValid(LinkPurpose purpose, string token) => throw new NotImplementedException();

    /// <summary>
    /// Uses up a set-up token and adds the first administrator, in one transaction, so that two requests cannot both do it.
    /// </summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> for an unknown, used or expired token, or where an administrator exists.</exception>
    public Task AddFirstAdministrator(string token, Account account) => throw new NotImplementedException();

    /// <summary>Uses up a password token and gives the account it was made for.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotFound"/> for an unknown, used or expired token.</exception>
    public Task<Account> UsePasswordLink(string token) => throw new NotImplementedException();
}
