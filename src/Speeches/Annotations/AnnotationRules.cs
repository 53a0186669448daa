namespace Speeches.Annotations;

/// <summary>What can be done to an annotation.</summary>
public enum AnnotationAction
{
    /// <summary>See it.</summary>
    See,

    /// <summary>Add a reply.</summary>
    Reply,

    /// <summary>Change its words.</summary>
    Edit,

    /// <summary>Delete it.</summary>
    Delete,

    /// <summary>Resolve or reopen its thread.</summary>
    Resolve,

    /// <summary>Say where its thread stands on a newer version of the text.</summary>
    Place,

    /// <summary>Say who may see its thread.</summary>
    Share,

    /// <summary>Say what its thread is sorted by.</summary>
    Tag,

    /// <summary>Say who is to see to its thread.</summary>
    Assign,
}

/// <summary>The one table of who may do what to which annotation. Stores and pages both ask it.</summary>
public static class AnnotationRules
{
    /// <summary>Whether a person may add a first annotation to a speech.</summary>
    public static bool MayAnnotate(Actor? actor) => actor is { Role: >= Role.Annotator };

    /// <summary>Whether a person may do this to that annotation.</summary>
    /// <param name="actor">Null for a reader who is not signed in.</param>
    /// <param name="action">What they would do.</param>
    /// <param name="annotation">To which; a reply has the audience of its thread.</param>
    /// <param name="threadAuthorId">Who wrote the root of the thread.</param>
    public static bool May(Actor? actor, AnnotationAction action, Annotation annotation, long threadAuthorId)
    {
        var group = annotation.Audience.GroupId;
        var sees = annotation.Audience == Audience.Public
            || (group is null ? actor?.Id == threadAuthorId : GroupRules.May(actor, GroupAction.See, group.Value));
        var own = actor?.Id == annotation.Author.Id;
        var mayWrite = MayAnnotate(actor) && (group is null || GroupRules.May(actor, GroupAction.Write, group.Value));
        var mayRemove = group is null ? actor?.Role == Role.Administrator : GroupRules.May(actor, GroupAction.Manage, group.Value);
        return sees && action switch
        {
            AnnotationAction.See => true,
            AnnotationAction.Reply or AnnotationAction.Resolve => mayWrite && annotation.Deleted is null,
            AnnotationAction.Edit => mayWrite && own && annotation.Deleted is null,
            AnnotationAction.Delete => annotation.Deleted is null && (MayAnnotate(actor) && own || mayRemove),
            // What one sorts by is for all who sort: editors keep it in order, in a group its moderators do.
            AnnotationAction.Tag or AnnotationAction.Assign => mayWrite && !annotation.IsReply && annotation.Deleted is null
                && (own || (group is null ? actor is { Role: >= Role.Editor } : GroupRules.May(actor, GroupAction.Manage, group.Value))),
            AnnotationAction.Place => actor is { Role: >= Role.Editor } || mayWrite && annotation.Audience != Audience.Public,
            AnnotationAction.Share => MayAnnotate(actor) && own && !annotation.IsReply && annotation.Deleted is null,
            _ => false,
        };
    }
}
