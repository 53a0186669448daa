using System.Globalization;
using Speeches.Annotations;
using Speeches.Formats.Writing.Json;
using Speeches.Store;
using Speeches.Web.Pages.Inbox;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>One's own inbox in the API.</summary>
internal static class InboxResources
{
    /// <summary><c>GET /api/v1/inbox</c>, <c>?unread=true</c> for what is not read yet.</summary>
    public static async Task List(HttpContext context)
    {
        var actor = Reader(context);
        var part = Part.Of(context, usual: 100, context.Get<ApiOptions>());
        var inbox = await context.Get<InboxStore>().List(actor, context.Request.Query.Flag("unread") == true, part.Before, part.Limit);
        var list = part.List(context, [.. inbox.Items.Select(InboxItemJson.From)], inbox.Total);
        await context.Json(new InboxJson(list.Items, list.Total, inbox.Unread, list.Next), ApiJson.Compact.InboxJson);
    }

    /// <summary><c>PUT /api/v1/inbox/{id}/read</c>.</summary>
    public static Task Read(HttpContext context) => Mark(context, isRead: true);

    /// <summary><c>DELETE /api/v1/inbox/{id}/read</c>.</summary>
    public static Task Unread(HttpContext context) => Mark(context, isRead: false);

    /// <summary><c>PUT /api/v1/inbox/read</c>: all, or with <c>?upto=ID</c> those up to one.</summary>
    public static async Task ReadAll(HttpContext context)
    {
        var actor = await context.Writer();
        await context.Get<InboxStore>().MarkAll(actor, context.Request.Query.Number("upto"));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Whose own things are asked for.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.NotSignedIn"/>.</exception>
    public static Actor Reader(HttpContext context) => context.User.Actor()
        ?? throw new SpeechesError(ErrorKind.NotSignedIn, "This is one's own: it needs an API token or a session.");

    private static async Task Mark(HttpContext context, bool isRead)
    {
        var actor = await context.Writer();
        var item = long.TryParse(context.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await context.Get<InboxStore>().Mark(actor, id, isRead)
            : throw new SpeechesError(ErrorKind.NotFound, "There is no such entry in your inbox.");
        await context.Json(InboxItemJson.From(item), ApiJson.Compact.InboxItemJson);
    }
}

/// <summary>A part of an inbox.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Total">How many there are in all parts.</param>
/// <param name="Unread">How many of all are unread.</param>
/// <param name="Next">The address of the next part, or null at the end.</param>
internal sealed record InboxJson(IReadOnlyList<InboxItemJson> Items, int Total, int Unread, string? Next);

/// <summary>Something that one was told.</summary>
/// <param name="Id">Its key; rises.</param>
/// <param name="Kind"><c>reply</c>, <c>mention</c>, <c>assignment</c>, <c>thread</c>, <c>version</c> or <c>speech</c>.</param>
/// <param name="By">Who did it; null where the program read a file.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Speech">The slug of the speech.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Annotation">What was written, or the root of what was assigned; null where it is about a speech.</param>
/// <param name="Thread">The root of its thread, or null.</param>
/// <param name="Paragraph">The number of its paragraph, or null.</param>
/// <param name="Group">The group that may see it, or null.</param>
/// <param name="Opening">How its words begin, without markup, or null.</param>
/// <param name="Due">Of an assignment: the day it is due, or null.</param>
/// <param name="Address">The path that leads to it.</param>
/// <param name="Read">When it was read, UTC, or null.</param>
internal sealed record InboxItemJson(
    long Id, string Kind, AuthorJson? By, DateTimeOffset At, string Speech, string Title, string? Annotation, string? Thread, int? Paragraph,
    string? Group, string? Opening, DateOnly? Due, string Address, DateTimeOffset? Read)
{
    /// <summary>An entry in this shape.</summary>
    public static InboxItemJson From(InboxItem item) => new(
        item.Id, Word(item.Kind), item.By is { } name ? new AuthorJson(name) : null, item.At, item.Slug, InboxWords.Title(item), item.AnnotationId,
        item.ThreadId, item.Paragraph, item.Group, InboxWords.Opening(item), item.Due, InboxWords.Address(item), item.Read);

#pragma warning disable CA1308 // a word of the API, not a comparison key
    private static string Word(InboxKind kind) => kind.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
