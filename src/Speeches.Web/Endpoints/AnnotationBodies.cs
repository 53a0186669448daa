using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>Must be absent or empty: tags come later.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary><c>public</c>, which it is when absent, or <c>private</c>.</summary>
    public string? Audience { get; init; }

    /// <inheritdoc />
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>What the store is asked to add.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> with the field.</exception>
    public NewAnnotation For(string slug)
    {
        WordsBody.RefuseTags(Tags);
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
            Audience = Speeches.Annotations.Audience.Parse(Audience),
        };
    }
}

/// <summary>The words of a reply, or the new words of an annotation.</summary>
internal sealed record WordsBody : IStrictBody
{
    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>Must be absent or empty: tags come later.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <inheritdoc />
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>The words; an empty text where there are none, which the store refuses.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> with the field.</exception>
    public string Words()
    {
        RefuseTags(Tags);
        return Body ?? "";
    }

    /// <summary>Refuses what would otherwise be lost.</summary>
    public static void RefuseTags(IReadOnlyList<string>? tags)
    {
        if (tags is { Count: > 0 }) throw new SpeechesError(ErrorKind.Refused, "Tags cannot be stored yet; nothing was stored.", "tags");
    }
}
