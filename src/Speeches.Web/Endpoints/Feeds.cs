using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Speeches.Annotations;
using Speeches.Formats;
using Speeches.Formats.Writing.Atom;
using Speeches.Store;
using Speeches.Web.Setup;

namespace Speeches.Web.Endpoints;

/// <summary>
/// What is new, for feed readers: <c>/feed.atom</c> for speeches, <c>/speeches/{slug}/feed.atom</c> for annotations. The same for
/// everybody, whoever asks: a feed reader shows what it gets to others.
/// </summary>
internal static class Feeds
{
    private const int QuotedCharacters = 400;

    /// <summary>Maps both.</summary>
    public static void MapFeeds(this WebApplication app)
    {
        app.MapMethods("/feed.atom", Health.ReadMethods, Speeches);
        app.MapMethods("/speeches/{slug}/feed.atom", Health.ReadMethods, Annotations);
    }

    private static async Task Speeches(HttpContext context)
    {
        var site = context.Get<SiteAddress>();
        var newest = await context.Get<NewSpeeches>().Newest(context.Get<ApiOptions>().FeedEntries);
        await Send(context, new AtomFeed
        {
            Address = new Uri(site.Root, "/feed.atom"),
            Page = site.Root,
            Title = "New speeches",
            Begun = DateTimeOffset.UnixEpoch,
            Entries = [.. newest.Select(added => Entry(added, site))],
        });
    }

    private static async Task Annotations(HttpContext context)
    {
        var site = context.Get<SiteAddress>();
        var speech = await context.Get<SpeechStore>().Find(context.Route("slug")) ?? throw SpeechResources.Unknown();
        var threads = await context.Get<AnnotationStore>().Threads(speech.Id, viewer: null);
        await Send(context, new AtomFeed
        {
            Address = new Uri(site.Speech(speech.Slug).AbsoluteUri + "/feed.atom"),
            Page = site.Speech(speech.Slug),
            Title = $"Annotations on {speech.DisplayTitle}",
            Begun = speech.Created,
            Entries = [.. threads.SelectMany(thread => thread.Replies.Prepend(thread.Root))
                .Where(annotation => annotation.Deleted is null)
                .OrderByDescending(annotation => annotation.Created).ThenByDescending(annotation => annotation.Id, StringComparer.Ordinal)
                .Take(context.Get<ApiOptions>().FeedEntries)
                .Select(annotation => Entry(annotation, site))],
        });
    }

    private static async Task Send(HttpContext context, AtomFeed feed)
    {
        var (request, response) = (context.Request, context.Response);
        var bytes = feed.Write();
        // Of the bytes themselves: a page of the library has no revision, and feeds are short.
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.ETag = tag;
        if (EntityTags.AnyMatches(request.Headers.IfNoneMatch, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = AtomFeed.MediaType;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static AtomEntry Entry(NewSpeech added, SiteAddress site)
    {
        var header = added.Speech.Header;
        string?[] facts = [header.Kind, header.Occasion, header.Place, header.Date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)];
        return new AtomEntry
        {
            Address = site.Speech(added.Speech.Slug),
            Title = added.Speech.DisplayTitle,
            Authors = [.. header.Speakers.Select(speaker => speaker.Name)],
            Published = added.Speech.Created,
            Updated = added.Imported,
            Html = string.Concat(facts.OfType<string>().Select(fact => $"<p dir=\"auto\">{WebUtility.HtmlEncode(fact)}</p>")) + Quoted(added.Opening),
        };
    }

    private static AtomEntry Entry(Annotation annotation, SiteAddress site)
    {
        var on = annotation.Place?.BlockId is ['p', .. var number] ? $"paragraph {number}" : "the text";
        return new AtomEntry
        {
            Address = Address(site, annotation.Id),
            Title = $"{annotation.Author.Name} {(annotation.IsReply ? "replied" : "wrote")} on {on}",
            Authors = [annotation.Author.Name],
            Published = annotation.Created,
            Updated = annotation.Modified ?? annotation.Created,
            Html = Quoted(annotation.Anchor.Exact) + CommentMarkdown.ToHtml(annotation.Body),
            ReplyTo = annotation.ParentId is { } parent ? Address(site, parent) : null,
        };
    }

    private static Uri Address(SiteAddress site, string id) => new(site.Root, "/annotations/" + id);

    private static string Quoted(string? words)
    {
        if (string.IsNullOrEmpty(words)) return "";
        var characters = new StringInfo(words);
        var shown = characters.LengthInTextElements <= QuotedCharacters ? words : characters.SubstringByTextElements(0, QuotedCharacters) + "…";
        return $"<blockquote dir=\"auto\">{WebUtility.HtmlEncode(shown)}</blockquote>";
    }
}
