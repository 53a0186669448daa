using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>A group as one of its members sees it.</summary>
public record Group
{
    /// <summary>Its key, in addresses.</summary>
    public required long Id { get; init; }

    /// <summary>Its name: unique among the groups of each member, not of the library.</summary>
    public required string Name { get; init; }

    /// <summary>What the one who asked is in it.</summary>
    public required GroupRole Role { get; init; }

    /// <summary>When it was archived, UTC; read, but no longer written in. Else null.</summary>
    public DateTimeOffset? Archived { get; init; }

    /// <summary>How many belong to it.</summary>
    public required int MemberCount { get; init; }

    /// <summary>How many threads were begun in it and are there.</summary>
    public required int ThreadCount { get; init; }
}

/// <summary>A group with everything that its members see.</summary>
public sealed record GroupDetail : Group
{
    /// <summary>Who belongs to it, by name.</summary>
    public required IReadOnlyList<GroupMember> Members { get; init; }

    /// <summary>Open invitations, newest first; empty for who may not invite.</summary>
    public required IReadOnlyList<GroupInvitation> Invitations { get; init; }

    /// <summary>The threads in which something was written last, newest first.</summary>
    public required IReadOnlyList<GroupThread> Recent { get; init; }
}

/// <summary>One who belongs to a group.</summary>
public sealed record GroupMember
{
    /// <summary>The account's key.</summary>
    public required long Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>What they are in it.</summary>
    public required GroupRole Role { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTimeOffset Joined { get; init; }
}

/// <summary>An invitation that is open: neither used up nor withdrawn nor expired.</summary>
public sealed record GroupInvitation
{
    /// <summary>Its key.</summary>
    public required long Id { get; init; }

    /// <summary>The group's key.</summary>
    public required long GroupId { get; init; }

    /// <summary>The group's name.</summary>
    public required string GroupName { get; init; }

    /// <summary>The address of the one account that may use it, once, in capitals as addresses are compared; null where whoever has the link may.</summary>
    public string? Email { get; init; }

    /// <summary>Who invites.</summary>
    public required string By { get; init; }

    /// <summary>Until when it holds, UTC.</summary>
    public required DateTimeOffset Expires { get; init; }
}

/// <summary>A thread of a group, in a list.</summary>
public sealed record GroupThread
{
    /// <summary>The root's id.</summary>
    public required string Id { get; init; }

    /// <summary>The speech's name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>Its header, for its title.</summary>
    public required SpeechHeader Header { get; init; }

    /// <summary>The paragraph's number, where it has a place with one.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Who began it.</summary>
    public required string By { get; init; }

    /// <summary>The root's words, Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>Replies that are there.</summary>
    public required int Replies { get; init; }

    /// <summary>Whether it is resolved.</summary>
    public required bool IsResolved { get; init; }

    /// <summary>When something was last written in it, UTC.</summary>
    public required DateTimeOffset Last { get; init; }
}

/// <summary>Limits on groups; <c>Groups</c> in the settings.</summary>
public sealed record GroupLimits
{
    /// <summary>The most groups that one person may belong to.</summary>
    public int MaximumGroups { get; init; } = 50;

    /// <summary>The most members of a group.</summary>
    public int MaximumMembers { get; init; } = 500;

    /// <summary>The most open invitations of a group.</summary>
    public int MaximumInvitations { get; init; } = 100;

    /// <summary>Days for which an invitation holds.</summary>
    public int InvitationDays { get; init; } = 14;
}
