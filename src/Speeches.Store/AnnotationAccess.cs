using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>What stores ask before they change an annotation, inside the transaction of the change.</summary>
internal static class AnnotationAccess
{
    private static readonly Prepared ActorNow = new("SELECT name, role FROM accounts WHERE id = @id AND disabled IS NULL");

    public static AnnotationRow Visible(DbConnection connection, string id, Actor? viewer, int? version = null)
    {
        var row = AnnotationRows.Find(connection, id, version);
        if (row?.GroupId is not null && viewer is not null)
            viewer = Memberships.With(connection, viewer);
        return row is not null && AnnotationRules.May(viewer, AnnotationAction.See, row.ToAnnotation(), row.ThreadAuthorId)
            ? row
            : throw new SpeechesError(ErrorKind.NotFound, "There is no such annotation.");
    }

    // A session or a token may be older than the latest change of the account.
    public static Actor Now(DbConnection connection, Actor actor, bool inGroup = false)
    {
        using var row = ActorNow.Read(connection, actor.Id);
        var now = row.Next()
            ? new Actor(actor.Id, row.Text(0), Enum.Parse<Role>(row.Text(1), ignoreCase: true))
            : throw Forbidden("Your account has been disabled");
        return inGroup ? Memberships.With(connection, now) : now;
    }

    public static Actor Now(DbConnection connection, Actor actor, AnnotationRow row) => Now(connection, actor, row.GroupId is not null);

    public static Audience WritableTo(Actor author, Audience audience) =>
        audience.GroupId is not { } group || GroupRules.May(author, GroupAction.Write, group)
            ? audience
            : throw new SpeechesError(ErrorKind.Refused, $"The group “{audience.Group}” is archived: nothing is written in it any more. Nothing was stored.", "audience");

    public static AnnotationRow NotGone(AnnotationRow row) => row.Deleted is null ? row : throw Gone();

    public static void NotStale(Annotation annotation, int? expectedRevision)
    {
        if (expectedRevision is { } expected && expected != annotation.Revision)
            throw new SpeechesError(ErrorKind.Stale, "This annotation has been changed since you opened it; nothing was overwritten.");
    }

    public static SpeechesError Gone() => new(ErrorKind.Gone, "This annotation has been deleted.");

    public static SpeechesError Forbidden(string why) => new(ErrorKind.Forbidden, $"{why}: nothing was changed.");
}
