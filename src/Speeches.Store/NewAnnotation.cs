using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>An annotation to be added.</summary>
public sealed record NewAnnotation
{
    /// <summary>The speech.</summary>
    public required string Slug { get; init; }

    /// <summary>The version the writer had before them; null for the current one.</summary>
    public int? Version { get; init; }

    /// <summary>The block ("p7").</summary>
    public required string BlockId { get; init; }

    /// <summary>First code unit of a range, or null for the whole block.</summary>
    public int? Start { get; init; }

    /// <summary>One past the last code unit, or null.</summary>
    public int? End { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>What it is sorted by, as typed.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who may see it.</summary>
    public Audience Audience { get; init; } = Audience.Public;
}

/// <summary>What is to become of an annotation; null leaves it as it is.</summary>
public sealed record AnnotationChange
{
    /// <summary>The words, Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>Of a root: what its thread is sorted by, as typed.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Of a root: who may see its thread.</summary>
    public Audience? Audience { get; init; }
}

/// <summary>Which threads of a speech a list holds; null means any.</summary>
public sealed record AnnotationFilter
{
    /// <summary>On this paragraph.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Begun by an author of this display name.</summary>
    public string? Author { get; init; }

    /// <summary>With this tag, in whatever case.</summary>
    public string? Tag { get; init; }

    /// <summary>Resolved or not.</summary>
    public bool? Resolved { get; init; }

    /// <summary>With anything in them created or changed at or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Limits on annotations; <c>Annotations</c> in the settings.</summary>
public sealed record AnnotationLimits
{
    /// <summary>The longest body, in UTF-16 code units.</summary>
    public int MaximumLength { get; init; } = 20_000;

    /// <summary>The most replies a thread takes.</summary>
    public int MaximumReplies { get; init; } = 500;

    /// <summary>The most speeches, speakers, tags and threads that one person may follow.</summary>
    public int MaximumFollows { get; init; } = 1_000;

    /// <summary>The most paragraphs that one selection may run over; each gets an annotation.</summary>
    public int MaximumPlaces { get; init; } = 20;

    /// <summary>The most tags of a thread.</summary>
    public int MaximumTags { get; init; } = 10;

    /// <summary>The longest tag, in UTF-16 code units.</summary>
    public int MaximumTagLength { get; init; } = 50;
}
