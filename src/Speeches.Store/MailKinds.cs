namespace Speeches.Store;

/// <summary>What somebody can be told of.</summary>
public enum InboxKind
{
    /// <summary>A reply in a thread that one follows.</summary>
    Reply,

    /// <summary>One's name in what somebody wrote.</summary>
    Mention,

    /// <summary>A thread that was assigned to one.</summary>
    Assignment,

    /// <summary>A new thread on a speech, or with a tag, that one follows.</summary>
    Thread,

    /// <summary>A new version of a speech that one follows.</summary>
    Version,

    /// <summary>A new speech of a speaker whom one follows.</summary>
    Speech,
}

/// <summary>What one chooses for, as to mail.</summary>
public enum MailKind
{
    /// <summary>Replies.</summary>
    Reply,

    /// <summary>Mentions.</summary>
    Mention,

    /// <summary>Assignments.</summary>
    Assignment,

    /// <summary>Speeches, speakers and tags that one follows.</summary>
    Followed,
}

/// <summary>How one wants to be told by mail.</summary>
public enum MailChoice
{
    /// <summary>A mail for each, at once.</summary>
    Once,

    /// <summary>All of a day in one mail.</summary>
    Daily,

    /// <summary>Not by mail.</summary>
    Never,
}

/// <summary>Which choice is for what.</summary>
public static class MailKinds
{
    /// <summary>What is chosen for things of a kind.</summary>
    public static MailKind Of(InboxKind kind) => kind switch
    {
        InboxKind.Reply => MailKind.Reply,
        InboxKind.Mention => MailKind.Mention,
        InboxKind.Assignment => MailKind.Assignment,
        _ => MailKind.Followed,
    };

    /// <summary>What counts for who has not chosen: what somebody wrote to them comes at once, what only goes on comes once a day.</summary>
    public static MailChoice Usual(MailKind kind) => kind == MailKind.Followed ? MailChoice.Daily : MailChoice.Once;
}
