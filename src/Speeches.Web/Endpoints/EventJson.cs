using Speeches.Formats.Writing.Json;
using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>Something that was done to an annotation, or became of its anchor when a version arrived.</summary>
/// <param name="Kind">
/// <c>created</c>, <c>edited</c>, <c>resolved</c>, <c>reopened</c>, <c>shared</c>, <c>tagged</c>, <c>assigned</c> or <c>deleted</c>; of the anchor <c>carried</c>, <c>placed</c>,
/// <c>kept</c> or <c>released</c>.
/// </param>
/// <param name="By">Who did it; null where the program did (<c>carried</c>).</param>
/// <param name="At">When, UTC.</param>
/// <param name="Revision">The annotation's revision from then on.</param>
/// <param name="Body">The words from then on; null where they stayed.</param>
/// <param name="Tags">What the thread is sorted by from then on, of <c>tagged</c>, and of <c>created</c> where it began with tags; else null.</param>
/// <param name="Audience">Who may see the thread from then on, of <c>shared</c>; else null. A group that the reader does not belong to is <c>private</c>.</param>
/// <param name="To">Who is to see to the thread from then on, of <c>assigned</c>; null for nobody.</param>
/// <param name="Due">Until which day, of <c>assigned</c>, or null.</param>
/// <param name="Version">The version of the text that an event of the anchor is about, else null.</param>
/// <param name="Anchor"><c>exact</c>, <c>moved</c>, <c>changed</c> or <c>orphan</c> on that version, else null.</param>
internal sealed record EventJson(string Kind, AuthorJson? By, DateTimeOffset At, int Revision, string? Body,
    IReadOnlyList<string>? Tags, string? Audience, AuthorJson? To, DateOnly? Due, int? Version, string? Anchor)
{
    /// <summary>An event in this shape.</summary>
    public static EventJson From(PastChange past) => new(
        past.Kind, past.By is { } name ? new AuthorJson(name) : null, past.At, past.Revision, past.Body, past.Tags, past.Audience,
        past.To is { } to ? new AuthorJson(to) : null, past.Due, past.Version, past.Anchor);
}
