namespace Speeches.Store;

/// <summary>A mail to be sent, written where what it tells of is decided.</summary>
public sealed record NewMail
{
    /// <summary>The address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>The account that it is for, where there is one.</summary>
    public long? AccountId { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// Plain text; an empty line between paragraphs, an address to follow alone on its line. What is sent has the same as simple HTML besides.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>From when on it is of no use and is no longer sent, UTC; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>A mail that has been claimed to be handed over now.</summary>
public sealed record ClaimedMail
{
    /// <summary>The row.</summary>
    public required long Id { get; init; }

    /// <summary>Whether it says what it said when it was decided; else it is still to be written, from what its account may see now.</summary>
    public required bool IsWritten { get; init; }

    /// <summary>The account it is for, or null.</summary>
    public long? AccountId { get; init; }

    /// <summary>The address.</summary>
    public string? Recipient { get; init; }

    /// <summary>The subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Plain text.</summary>
    public string? Body { get; init; }

    /// <summary>The same at each attempt, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempts { get; init; }
}

/// <summary>A mail as administrators see it: that there is one and how it goes, not what it says.</summary>
public sealed record MailItem
{
    /// <summary>The row.</summary>
    public required long Id { get; init; }

    /// <summary>The name of the account it is for, or null.</summary>
    public string? Name { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it is tried next, UTC.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether it was given up.</summary>
    public required bool IsFailed { get; init; }

    /// <summary>Why the last attempt failed, or null.</summary>
    public string? Problem { get; init; }
}

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">How many wait, those that failed before included.</param>
/// <param name="Sent">How many were sent and are still remembered.</param>
/// <param name="Troubled">Those that were given up, then those that failed at least once, at most a hundred.</param>
public sealed record OutboxState(long Waiting, long Sent, IReadOnlyList<MailItem> Troubled);

/// <summary>How the outbox treats what is in it.</summary>
public sealed record OutboxRules
{
    /// <summary>Where no mail is sent, nothing is put into the outbox.</summary>
    public bool IsOn { get; init; }

    /// <summary>What stands behind the @ of each Message-ID.</summary>
    public string Domain { get; init; } = "localhost";

    /// <summary>After how many attempts a mail is given up.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>How long to wait after the first failure; twice as long after each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long at most.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How long a mail is claimed: longer than handing it over can take.</summary>
    public TimeSpan Claim { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long it is remembered that a mail was sent.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(30);
}
