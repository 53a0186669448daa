using System.Text.Json;
using System.Text.Json.Serialization;
using Speeches.Formats.Writing.Json;
using Speeches.Store;

namespace Speeches.Web.Endpoints;

/// <summary>An annotation as sent.</summary>
internal sealed record NewAnnotationBody : IStrictBody
{
    /// <summary>The number of the paragraph to annotate.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Instead of it, the id of a block that has no number ("l2", "n1").</summary>
    public string? Block { get; init; }

    /// <summary>First UTF-16 code unit of a range; absent for the whole paragraph.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last.</summary>
    public int? End { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>What it is sorted by.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary><c>public</c>, which it is when absent, <c>private</c>, or <c>group:</c> and the name of a group.</summary>
    public string? Audience { get; init; }

    /// <inheritdoc />
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What the store is asked to add.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> with the field.</exception>
    public NewAnnotation For(string slug)
    {
        if (Paragraph is null == Block is null)
            throw new SpeechesError(ErrorKind.Refused, "Say which paragraph the annotation belongs to; nothing was stored.", "paragraph");
        if (Paragraph < 1)
            throw new SpeechesError(ErrorKind.Refused, "Paragraphs are numbered from 1; nothing was stored.", "paragraph");
        if (Start is null != End is null)
        {
            var missing = Start is null ? "start" : "end";
            throw new SpeechesError(ErrorKind.Refused, "A range needs both start and end; nothing was stored.", missing);
        }

        return new NewAnnotation
        {
            Slug = slug,
            BlockId = Block ?? $"p{Paragraph}",
            Start = Start,
            End = End,
            Body = Body ?? "",
            Tags = Tags ?? [],
            Audience = Speeches.Annotations.Audience.Parse(Audience),
        };
    }
}

/// <summary>The words of a reply, or the new words of an annotation and its new audience.</summary>
internal sealed record WordsBody
{
    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>Of a thread of one's own: who may see it from now on. Of a reply it is what its thread's is.</summary>
    public string? Audience { get; init; }

    /// <summary>Of a root: what its thread is sorted by from now on. A reply has none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Whatever else was sent.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }

    /// <summary>The words of a reply; an empty text where there are none, which the store refuses.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>tags</c> where there are some.</exception>
    public string WordsOfReply() => Tags is not { Count: > 0 } ? Body ?? ""
        : throw new SpeechesError(ErrorKind.Refused, "Tags belong to the first annotation of a thread, not to its replies. Nothing was stored.", "tags");

    /// <summary>The audience, where one was sent.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>audience</c> where it is no such word; sent empty it is none.</exception>
    public Annotations.Audience? Sight() => Audience switch
    {
        null => null,
        "" => throw new SpeechesError(ErrorKind.Refused, "The audience was left empty; nothing was changed.", "audience"),
        var named => Speeches.Annotations.Audience.Parse(named),
    };

    /// <summary>
    /// Lets an annotation be sent back as it was received, words and tags aside. What was written for the reader (<c>html</c>, <c>replies</c>) is
    /// passed over.
    /// </summary>
    /// <param name="now">The annotation as it stands.</param>
    /// <exception cref="SpeechesError">
    /// <see cref="ErrorKind.Stale"/> where it was received at another revision; <see cref="ErrorKind.Refused"/> with the field where
    /// something would be changed that is not to be changed here, or is not known.
    /// </exception>
    public void RefuseChanges(AnnotationJson now)
    {
        var known = JsonSerializer.SerializeToElement(now, ApiJson.Compact.AnnotationJson);
        if (Others!.TryGetValue("revision", out var revision) && !JsonElement.DeepEquals(revision, known.GetProperty("revision")))
            throw new SpeechesError(ErrorKind.Stale, "This annotation has been changed since you received it; nothing was overwritten.");
        foreach (var (name, value) in Others)
        {
            if (name is not ("html" or "replies") && !(known.TryGetProperty(name, out var kept) && JsonElement.DeepEquals(kept, value)))
                throw RequestBody.CannotBeSet(name);
        }
    }
}
