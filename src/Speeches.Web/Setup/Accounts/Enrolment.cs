using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Setup.Accounts;

/// <summary>Makes accounts: the rules for addresses, names and passwords, the same on every page and command.</summary>
internal sealed class Enrolment(IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, AccountOptions options, TimeProvider clock)
{
    /// <summary>The longest display name, in UTF-16 code units.</summary>
    public const int MaximumNameLength = 80;

    /// <summary>The longest password, in UTF-16 code units.</summary>
    public const int MaximumPasswordLength = 128;

    /// <summary>A new account, not stored yet.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="name">The display name.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="password">Null where a one-time link will set it.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>email</c>, <c>name</c> or <c>password</c>.</exception>
    public Account Prepare(string? email, string? name, Role role, string? password)
    {
        var account = new Account
        {
            Email = CheckEmail(email),
            Name = CheckName(name),
            Role = role,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Created = clock.GetUtcNow(),
        };
        account.NormalizedEmail = normalizer.NormalizeEmail(account.Email);
        if (password is not null)
            SetPassword(account, CheckPassword(password, account));
        return account;
    }

    /// <summary>Gives an account a password that was checked; a new stamp ends its sessions, and a lock is lifted.</summary>
    public void SetPassword(Account account, string password)
    {
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
    }

    /// <summary>The display name, trimmed.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>name</c>.</exception>
    public static string CheckName(string? name)
    {
        var trimmed = (name ?? "").Trim();
        if (trimmed.Length is 0 or > MaximumNameLength)
            throw new SpeechesError(ErrorKind.Refused, $"Give a name of 1 to {MaximumNameLength} characters; it is shown with what you write.", "name");
        // A name must not be able to turn the words around it (Unicode's bidirectional controls).
        if (trimmed.Any(character => char.IsControl(character) || character is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))
            throw new SpeechesError(ErrorKind.Refused, "The name holds characters that cannot be shown. Type it again.", "name");
        return trimmed;
    }

    private static string CheckEmail(string? email)
    {
        var trimmed = (email ?? "").Trim();
        var valid = trimmed.Length is > 2 and <= 254
            && !trimmed.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
            && MailAddress.TryCreate(trimmed, out var parsed) && parsed.Address == trimmed;
        return valid ? trimmed : throw new SpeechesError(ErrorKind.Refused, "Give an e-mail address such as name@example.org.", "email");
    }

    /// <summary>The password, if it will do.</summary>
    /// <param name="password">As typed; nothing is trimmed.</param>
    /// <param name="account">Whose address and name it must not repeat, where that is known.</param>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>password</c>.</exception>
    public string CheckPassword(string? password, Account? account = null)
    {
        var characters = new StringInfo(password ?? "").LengthInTextElements;
        if (characters < options.MinimumPasswordLength)
            throw Refused($"Choose a password of at least {options.MinimumPasswordLength} characters. A few unrelated words make a good one.");
        if (password!.Length > MaximumPasswordLength)
            throw Refused($"Choose a password of at most {MaximumPasswordLength} characters.");
        if (Repeats(account?.Email) || Repeats(account?.Name) || password.Distinct().Count() == 1)
            throw Refused("That password is too easy to guess. A few unrelated words make a good one.");
        return password;

        bool Repeats(string? word) => password.Equals(word, StringComparison.OrdinalIgnoreCase);
        static SpeechesError Refused(string message) => new(ErrorKind.Refused, message, "password");
    }
}
