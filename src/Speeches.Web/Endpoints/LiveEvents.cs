using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Live;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>
/// <c>GET /speeches/{slug}/events</c>: the changes of a speech's annotations as server-sent events (WHATWG HTML, section 9.2), each with
/// the number of its event in the log, so that who comes again with <c>Last-Event-ID</c>, or <c>?after=</c>, misses nothing and gets
/// nothing twice.
/// </summary>
internal static class LiveEvents
{
    /// <summary>Maps the address.</summary>
    public static void MapLiveEvents(this WebApplication app) => app.MapGet("/speeches/{slug}/events", Listen);

    private static async Task<IResult> Listen(
        HttpContext context, string slug, SpeechStore speeches, ChangeFeed feed, LiveChanges live, LiveOptions options, IHostApplicationLifetime life)
    {
        var speech = await speeches.Find(slug) ?? throw new SpeechesError(ErrorKind.NotFound, "There is no such speech.");
        if (After(context.Request) is not { } after)
            throw new SpeechesError(ErrorKind.Malformed, "Last-Event-ID and after take the number of an event.", "after");
        var actor = context.User.Actor();
        // Before the log is read: what comes meanwhile is then there twice, and is told apart by its number.
        var listener = await live.Join(speech.Id, actor)
            ?? throw new SpeechesError(ErrorKind.Unavailable, "Too many follow what changes just now; read on, and load the page again to see it.");
        context.Response.RegisterForDispose(listener);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        return TypedResults.ServerSentEvents(Told(speech.Id, after, actor, listener, feed, options, end));
    }

    private static long? After(HttpRequest request)
    {
        var written = request.Headers["Last-Event-ID"] is { Count: > 0 } header ? header.ToString() : request.Query["after"].ToString();
        if (written.Length == 0)
            return -1;
        return long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static async IAsyncEnumerable<SseItem<string>> Told(
        long speechId, long after, Actor? actor, LiveChanges.Listener listener, ChangeFeed feed, LiveOptions options, CancellationTokenSource end,
        [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        end.CancelAfter(TimeSpan.FromSeconds(options.MaximumSeconds));
        var last = after >= 0 ? after : await feed.Last();
        // At once, so that a reader knows from where on nothing will be missed.
        yield return Item("start", "{}", last);

        var missed = after >= 0 ? await feed.Since(speechId, after, options.MaximumBehind + 1) : [];
        if (missed.Count > options.MaximumBehind)
        {
            last = await feed.Last();
            yield return Item("reload", "{}", last);
            missed = [];
        }

        foreach (var change in missed)
        {
            last = change.Id;
            if (change.IsFor(actor))
                yield return Item("change", Json(change, actor), change.Id);
        }

        while (await Next(listener, TimeSpan.FromSeconds(options.BeatSeconds), end.Token) is { } isThere)
        {
            if (!isThere)
                yield return new SseItem<string>("", "beat");
            while (listener.Changes.TryRead(out var change))
            {
                if (change.Id <= last)
                    continue;
                last = change.Id;
                yield return Item("change", Json(change, actor), change.Id);
            }
        }
    }

    /// <summary>Whether something came before it was time for a sign of life; null at the end.</summary>
    private static async Task<bool?> Next(LiveChanges.Listener listener, TimeSpan beat, CancellationToken end)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(end);
        wait.CancelAfter(beat);
        try
        {
            return await listener.Changes.WaitToReadAsync(wait.Token) ? true : null;
        }
        catch (OperationCanceledException)
        {
            return end.IsCancellationRequested ? null : false;
        }
    }

    private static SseItem<string> Item(string kind, string data, long id) =>
        new(data, kind) { EventId = id.ToString(CultureInfo.InvariantCulture) };

    private static string Json(LiveChange change, Actor? actor) => JsonSerializer.Serialize(
        new LiveChangeJson(change.AnnotationId, change.ThreadId, change.Kind, change.BlockId, change.By, change.Revision, actor is not null && change.ActorId == actor.Id),
        ApiJson.Compact.LiveChangeJson);
}

/// <summary>A change as it is told.</summary>
/// <param name="Annotation">Its id.</param>
/// <param name="Thread">The id of its thread's root.</param>
/// <param name="Kind">As in <see cref="EventJson"/>.</param>
/// <param name="Block">Where the thread stands ("p7"), or null.</param>
/// <param name="By">Who did it, or null for the program.</param>
/// <param name="Revision">The annotation's from then on.</param>
/// <param name="Mine">Whether the listener did it.</param>
internal sealed record LiveChangeJson(string Annotation, string Thread, string Kind, string? Block, string? By, int Revision, bool Mine);
