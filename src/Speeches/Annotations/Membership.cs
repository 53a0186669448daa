namespace Speeches.Annotations;

/// <summary>What a member of a group may do.</summary>
public enum GroupRole
{
    /// <summary>Reads and writes in it, and leaves when they like.</summary>
    Member,

    /// <summary>Also invites, removes members and annotations, renames and archives.</summary>
    Moderator,
}

/// <summary>How somebody belongs to a group.</summary>
/// <param name="Role">Their role in it.</param>
/// <param name="IsArchived">Whether it is archived: read, but no longer written in.</param>
public readonly record struct Membership(GroupRole Role, bool IsArchived);

/// <summary>What can be done to a group.</summary>
public enum GroupAction
{
    /// <summary>See its name, its members and what is written in it.</summary>
    See,

    /// <summary>Write in it.</summary>
    Write,

    /// <summary>Leave it.</summary>
    Leave,

    /// <summary>Invite others, and withdraw invitations.</summary>
    Invite,

    /// <summary>Remove members, and say who else is a moderator.</summary>
    Manage,

    /// <summary>Give it another name.</summary>
    Rename,

    /// <summary>Archive it, or take that back.</summary>
    Archive,
}

/// <summary>The one table of who may do what to which group.</summary>
public static class GroupRules
{
    /// <summary>Whether a person may make a group.</summary>
    public static bool MayCreate(Actor? actor) => AnnotationRules.MayAnnotate(actor);

    /// <summary>Whether a person may do this to that group. Who may not see it is told that there is none.</summary>
    public static bool May(Actor? actor, GroupAction action, long groupId) =>
        actor is not null && actor.Groups.TryGetValue(groupId, out var membership) && action switch
        {
            GroupAction.See or GroupAction.Leave => true,
            GroupAction.Write => AnnotationRules.MayAnnotate(actor) && !membership.IsArchived,
            GroupAction.Invite or GroupAction.Rename => membership is { Role: GroupRole.Moderator, IsArchived: false },
            GroupAction.Manage or GroupAction.Archive => membership.Role == GroupRole.Moderator,
            _ => false,
        };
}
