using Microsoft.AspNetCore.WebUtilities;

namespace Speeches.Web.Setup;

/// <summary>A failed request as it is told: on a page, or as <c>application/problem+json</c>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Heading">What happened, in a few words.</param>
/// <param name="Detail">What happened, what was kept, what to do.</param>
/// <param name="Field">The refused field in the spelling of the JSON API, or null.</param>
/// <param name="Code">The stable word for a file that could not be imported, or null.</param>
internal sealed record Failure(int Status, string Heading, string Detail, string? Field = null, string? Code = null)
{
    /// <summary>The reason phrase of the status.</summary>
    public string Title => ReasonPhrases.GetReasonPhrase(Status);
}

/// <summary>The one table from failures to HTTP statuses, words and exit codes.</summary>
internal static class ErrorTable
{
    /// <summary>The HTTP status of a kind.</summary>
    public static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Malformed => 400,
        ErrorKind.NotSignedIn => 401,
        ErrorKind.Forbidden => 403,
        ErrorKind.NotFound => 404,
        ErrorKind.Conflict => 409,
        ErrorKind.Gone => 410,
        ErrorKind.Stale => 412,
        ErrorKind.TooLarge => 413,
        ErrorKind.UnknownFormat => 415,
        ErrorKind.Refused => 422,
        ErrorKind.TooMany => 429,
        ErrorKind.Unavailable => 503,
        _ => 500,
    };

    /// <summary>The exit code of a command: 2 for wrong use, bad settings or an unusable store, else 1.</summary>
    public static int ExitCodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Malformed or ErrorKind.Refused or ErrorKind.UnknownFormat or ErrorKind.Unavailable => 2,
        _ => 1,
    };

    /// <summary>What is told of an exception; its text only where it was written for people.</summary>
    public static Failure Describe(Exception exception) => exception switch
    {
        SpeechesError error => Describe(StatusOf(error.Kind)) with { Detail = error.Message, Field = error.Field, Code = error.Code },
        BadHttpRequestException bad => Describe(bad.StatusCode),
        _ => Describe(500),
    };

    /// <summary>What is told of a status that came without words.</summary>
    public static Failure Describe(int status) => status switch
    {
        400 => new(status, "The request could not be understood", "Nothing was changed. If you sent a form, go back, reload the page and send it again."),
        401 => new(status, "You are not signed in", "Nothing was changed. Sign in, then try again."),
        403 => new(status, "You may not do this", "Your account does not allow it. Nothing was changed. An administrator can give your account another role."),
        404 => new(status, "There is nothing at this address", "It may never have existed, or not be yours to see. Check the address, or start from the library."),
        405 => new(status, "This address does not take that", "Nothing was changed. Go back to the page you came from."),
        409 => new(status, "Somebody else was faster", "What you sent does not fit what is stored by now. Nothing was overwritten. Go back, reload and try again."),
        410 => new(status, "It was deleted", "It was here and has been deleted. The rest of the speech is as it was."),
        412 => new(status, "Somebody else changed it", "It was changed since you read it. Nothing was overwritten. Reload it and try again."),
        413 => new(status, "It is too large", "Nothing was stored. Send less at once."),
        415 => new(status, "The format is not known", "Nothing was stored. Send one of the formats that the documentation lists."),
        422 => new(status, "It was not accepted", "Nothing was stored. Go back and correct what you sent."),
        429 => new(status, "Too many requests", "This one was not carried out, everything before it was. Wait a little, then try again."),
        503 => new(status, "The library cannot be used right now", "What was stored before is kept; this request was not carried out. Try again in a while."),
        >= 500 => new(status, "Something went wrong here", "The fault is on our side and has been logged. What was stored before is kept. Try again; if it stays, tell whoever runs this library."),
        _ => new(status, "The request was refused", "Nothing was changed."),
    };
}
