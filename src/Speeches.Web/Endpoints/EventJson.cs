using Speeches.Formats.Writing.Json;
using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>Something that was done to an annotation.</summary>
/// <param name="Kind"><c>created</c>, <c>edited</c>, <c>resolved</c>, <c>reopened</c> or <c>deleted</c>.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Revision">The annotation's revision from then on.</param>
/// <param name="Body">The words from then on; null where they stayed.</param>
internal sealed record EventJson(string Kind, AuthorJson By, DateTimeOffset At, int Revision, string? Body)
{
    /// <summary>An event in this shape.</summary>
    public static EventJson From(PastChange past) => new(past.Kind, new AuthorJson(past.By), past.At, past.Revision, past.Body);
}
