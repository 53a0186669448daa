using Speeches.Annotations;

namespace Speeches.Web.Pages.Annotations;

/// <summary>The form that words are written in: a new annotation, a reply, an edit. Alone on a page, or fetched into the reading page.</summary>
internal sealed record Composer
{
    /// <summary>Unique on the reading page; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The path it posts to.</summary>
    public required string Action { get; init; }

    /// <summary>"Annotate paragraph 7".</summary>
    public required string Title { get; init; }

    /// <summary>What the button says.</summary>
    public required string Submit { get; init; }

    /// <summary>Where giving up leads.</summary>
    public required string Back { get; init; }

    /// <summary>The words so far, as typed.</summary>
    public string Body { get; init; } = "";

    /// <summary>For a new annotation: its places ("p7", "p7:12:40").</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>For a new annotation on words, or on several places: the words and their language.</summary>
    public (string Words, string? Language)? Quote { get; init; }

    /// <summary>For a new annotation on a whole block: which words of it are meant, as typed; null where that is not asked.</summary>
    public string? Words { get; init; }

    /// <summary>For a new annotation: the version of the text before the writer, or null for the current one.</summary>
    public int? Version { get; init; }

    /// <summary>For an edit: the revision that the words were taken from.</summary>
    public int? Revision { get; init; }

    /// <summary>For a new annotation: who may see it; null where that is not asked.</summary>
    public AudienceChoice? Audience { get; init; }

    /// <summary>For a reply where not everybody may read it: who will, in a sentence.</summary>
    public string? Readers { get; init; }

    /// <summary>Why the last attempt was not stored, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Whether signing in again is what is to be done.</summary>
    public bool SignedOut { get; init; }

    /// <summary>What somebody else stored meanwhile, in an editing conflict.</summary>
    public Annotation? Theirs { get; init; }

    /// <summary>The words as they would look, or null where that was not asked for.</summary>
    public string? Preview { get; init; }
}

/// <summary>A question with one button: delete, resolve, reopen.</summary>
internal sealed record Confirmation
{
    /// <inheritdoc cref="Composer.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Composer.Action"/>
    public required string Action { get; init; }

    /// <summary>The question.</summary>
    public required string Title { get; init; }

    /// <summary>What will happen.</summary>
    public required string Consequence { get; init; }

    /// <inheritdoc cref="Composer.Submit"/>
    public required string Submit { get; init; }

    /// <inheritdoc cref="Composer.Back"/>
    public required string Back { get; init; }

    /// <summary>The value of the field <c>resolved</c>, or null where there is none.</summary>
    public bool? Resolved { get; init; }

    /// <inheritdoc cref="Composer.Error"/>
    public string? Error { get; init; }

    /// <inheritdoc cref="Composer.SignedOut"/>
    public bool SignedOut { get; init; }
}

/// <summary>Why an attempt was not carried out, and the status that says so.</summary>
internal sealed record Refusal(int Status, string Message)
{
    /// <summary>Nobody is signed in any more.</summary>
    public bool SignedOut => Status == StatusCodes.Status401Unauthorized;
}
