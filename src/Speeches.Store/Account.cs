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

    /// <summary>When its address was shown to be its owner's, UTC, or null.</summary>
    public DateTimeOffset? EmailConfirmed { get; set; }

    /// <summary>Since when a second factor is asked for, UTC, or null. Changed by the store of second factors alone.</summary>
    public DateTimeOffset? SecondFactor { get; set; }

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

    /// <summary>Sets a password, handed out by an administrator or on the command line.</summary>
    Password,

    /// <summary>Sets a password, asked for by mail by whoever forgot it.</summary>
    Reset,

    /// <summary>Confirms an address.</summary>
    Confirm,
}
