using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>What came of publishing a draft.</summary>
/// <param name="Slug">The speech that is there now, or already was.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="IsNew">False where the library had the same bytes already: the draft is still there then.</param>
/// <param name="Comments">How many annotations and replies were made of the comments of its file.</param>
public sealed record PublishedDraft(string Slug, int Version, bool IsNew, int Comments);

/// <summary>Puts drafts into the library.</summary>
public sealed class PublishingStore(Database database, DraftStore drafts, SpeechStore speeches, CommentStore comments)
{
    /// <summary>
    /// Puts a draft into the library, with the comments of its file where that is wanted, and takes it from the drafts; one transaction.
    /// Where the library has the same bytes, only comments that it lacks are added, and the draft stays.
    /// </summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="draft">The draft as it was looked at.</param>
    /// <param name="versionOf">The speech that it is another version of, or null for a speech of its own.</param>
    /// <param name="commentsFor">Who may see the comments as annotations of the owner; null to leave them in the file.</param>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Stale"/> where the draft was changed since; <see cref="ErrorKind.NotFound"/> where it is gone; and as
    /// <see cref="SpeechStore.AddVersion"/>.
    /// </exception>
    public async Task<PublishedDraft> Publish(Actor owner, Draft draft, string? versionOf, Audience? commentsFor)
    {
        var (item, parsed) = (draft.Item, draft.Parsed);
        var text = NewText.Of(parsed, item.SourceName, item.SourceMediaType, await drafts.Source(owner, item.Id));
        var wanted = Slug.For(parsed.Header);
        await speeches.HaveFingerprints();
        return await database.Write(async connection =>
        {
            await DraftStore.IsStill(connection, owner, item);
            var published = versionOf is null
                ? Published(await Add(connection, owner, text, wanted))
                : Published(await speeches.AddVersionWithin(connection, versionOf, text, owner));
            if (published.IsNew)
                await DraftStore.DiscardWithin(connection, owner, item.Id);
            if (commentsFor is null || parsed.Comments.Count == 0)
                return published;
            var (slug, version) = (published.Slug, published.Version);
            return published with { Comments = await comments.AddWithin(connection, owner, slug, version, parsed.Comments, commentsFor) };
        });
    }

    private async Task<AddedSpeech> Add(DbConnection connection, Actor owner, NewText text, string wanted)
    {
        var added = speeches.AddWithin(connection, text, wanted);
        await speeches.Tell(connection, added, owner);
        return added;
    }

    private static PublishedDraft Published(AddedSpeech added) => new(added.Slug, added.Version, added.IsNew, 0);

    private static PublishedDraft Published(AddedVersion added) => new(added.Slug, added.Version, added.IsNew, 0);
}
