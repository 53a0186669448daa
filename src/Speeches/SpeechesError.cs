namespace Speeches;

/// <summary>What went wrong, in the terms of the product. The host maps each kind to one HTTP status and one exit code.</summary>
public enum ErrorKind
{
    /// <summary>The request cannot be read at all (HTTP 400).</summary>
    Malformed,

    /// <summary>Nobody is signed in (HTTP 401).</summary>
    NotSignedIn,

    /// <summary>Signed in, but not allowed (HTTP 403).</summary>
    Forbidden,

    /// <summary>Unknown, or not to be known by the one who asks (HTTP 404).</summary>
    NotFound,

    /// <summary>In conflict with what is stored (HTTP 409).</summary>
    Conflict,

    /// <summary>Was there and has been deleted (HTTP 410).</summary>
    Gone,

    /// <summary>Changed by somebody else since it was read (HTTP 412).</summary>
    Stale,

    /// <summary>Over a limit of size or length (HTTP 413).</summary>
    TooLarge,

    /// <summary>A format that the product does not know (HTTP 415).</summary>
    UnknownFormat,

    /// <summary>Understood but refused; <see cref="SpeechesError.Field"/> names the field (HTTP 422).</summary>
    Refused,

    /// <summary>Too many requests in a while (HTTP 429).</summary>
    TooMany,

    /// <summary>The store cannot be used: damaged, read-only, full, or from a newer version (HTTP 503, exit code 2).</summary>
    Unavailable,
}

/// <summary>An expected failure. Its message is written for the person who reads it and says what was kept.</summary>
/// <param name="kind">Decides the HTTP status and the exit code.</param>
/// <param name="message">One sentence for a person; never the text of a caught exception.</param>
/// <param name="field">The input field that was refused, in the spelling of the JSON API, or null.</param>
/// <param name="inner">The cause, for the log only.</param>
public sealed class SpeechesError(ErrorKind kind, string message, string? field = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What went wrong.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>The refused field, in the spelling of the JSON API, or null.</summary>
    public string? Field { get; } = field;

    /// <summary>A stable word for a file that could not be imported ("no-text-layer", "encrypted", "damaged"), or null.</summary>
    public string? Code { get; init; }
}
