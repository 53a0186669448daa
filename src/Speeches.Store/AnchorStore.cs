using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>Where a person puts a thread on a newer version of the text.</summary>
/// <param name="Version">The version before them: the newest that the thread was carried to.</param>
/// <param name="BlockId">The block ("p7").</param>
/// <param name="Start">First code unit of a range, or null for the whole block.</param>
/// <param name="End">One past the last code unit, or null.</param>
public sealed record Placement(int Version, string BlockId, int? Start = null, int? End = null);

/// <summary>
/// What a person decides about threads on a newer version of the text: an orphan's place, or that it has none; that a changed place is
/// right, or another one is. Each decision is an event, and the anchor as it was made stays. Who may: <see cref="AnnotationAction.Place"/>.
/// </summary>
/// <remarks>
/// Every method returns the root where its thread stands then. It throws <see cref="SpeechesError"/>: <see cref="ErrorKind.NotFound"/>,
/// <see cref="ErrorKind.Gone"/>, <see cref="ErrorKind.Forbidden"/>, <see cref="ErrorKind.Refused"/> (a place that does not exist; a thread
/// that was not carried), <see cref="ErrorKind.Stale"/> where a version came after the one that the person saw.
/// </remarks>
public sealed class AnchorStore(Database database, TimeProvider clock)
{
    /// <summary>Puts the thread that holds <paramref name="id"/> at a place.</summary>
    public Task<Annotation> Place(Actor actor, string id, Placement place, int? expectedRevision = null) => Decide(actor, id, place.Version, expectedRevision, AnchorDecision.Placed, (connection, root) =>
        AnchorStanding.At(root.Original, TextAnchor.To(
            AnnotationPlace.BlockOf(connection, root.SpeechId, place.Version, place.BlockId)?.Block
                ?? throw new SpeechesError(ErrorKind.Refused, "There is no such paragraph in this version; nothing was changed.", "paragraph"),
            place.Start,
            place.End)));

    /// <summary>Says that the thread is right as it is: at its place although the words have changed, or without a place.</summary>
    public Task<Annotation> Keep(Actor actor, string id, int version, int? expectedRevision = null) => Decide(actor, id, version, expectedRevision, AnchorDecision.Kept, (_, root) => root.OnVersion);

    /// <summary>Lets go: the thread has no place on this version, is not listed on it, and stays with the one before.</summary>
    public Task<Annotation> LetGo(Actor actor, string id, int version, int? expectedRevision = null) => Decide(actor, id, version, expectedRevision, AnchorDecision.Released, (_, root) =>
        new(root.Original, AnchorState.Orphan, null, 0));

    private Task<Annotation> Decide(
        Actor actor, string id, int version, int? expectedRevision, AnchorDecision decision, Func<DbConnection, Standing, CarriedAnchor> where) => database.Write(async connection =>
    {
        var named = AnnotationAccess.Visible(connection, id, actor);
        var row = AnnotationAccess.Visible(connection, named.RootId, actor);
        var now = row.ToAnnotation();
        var author = AnnotationAccess.Now(connection, actor, row);
        if (!AnnotationRules.May(author, AnnotationAction.Place, now, row.ThreadAuthorId))
            throw AnnotationAccess.Forbidden("Only an editor may say where an annotation stands");
        if (ThreadRoots.Read(connection, row.SpeechId, row.Id) is not [var root])
            throw new SpeechesError(ErrorKind.Gone, "This annotation has been deleted.");
        if (root.Carried is not [.., var newest])
            throw new SpeechesError(ErrorKind.Refused, "This annotation stands where it was made; nothing was changed.", "version");
        if (newest.Version != version)
            throw new SpeechesError(ErrorKind.Stale, $"The newest version of this text is {newest.Version} by now; nothing was changed. Look at that one.");

        if (expectedRevision is { } expected && expected != now.Revision)
            throw new SpeechesError(ErrorKind.Stale, Meanwhile(now));

        var original = now.Carriage?.Original ?? now.Anchor;
        var there = AnnotationRows.Find(connection, row.Id, version)?.Carried;
        var standing = new Standing(row.SpeechId, original, new(original, there?.State ?? AnchorState.Orphan, there?.Place, there?.Score ?? 0));
        var carried = where(connection, standing);
        if (newest.Decision == decision && carried.Place == standing.OnVersion.Place)
            return now;

        var moment = clock.Now();
        var position = carried.Place is { } place ? AnnotationPlace.BlockOf(connection, row.SpeechId, version, place.BlockId)?.Position : null;
        CarriedAnchors.Write(
            connection,
            new(row.Id, row.SpeechId, version, carried with { Score = Math.Round(carried.Score, 3) }, position) { Decided = (decision, author.Id, moment) },
            row.Revision + 1,
            author.Id,
            moment);
        await SearchEntries.MoveAnnotations(connection, row.SpeechId, row.Id);
        if (now.Audience == Audience.Public)
            AnnotationWriter.ShowChange(connection, row.SpeechId);
        return AnnotationRows.Find(connection, row.Id)!.ToAnnotation();
    });

    private static string Meanwhile(Annotation now) => now.Carriage is { Decision: { } decision, DecidedBy: { } by }
        ? $"{by.Name} decided about this annotation meanwhile: it was {(decision == AnchorDecision.Placed ? "placed" : "kept as it is")}. Nothing was changed."
        : "Somebody else changed this annotation or decided about it meanwhile. Nothing was changed: look at it again.";

    private sealed record Standing(long SpeechId, TextAnchor Original, CarriedAnchor OnVersion);
}
