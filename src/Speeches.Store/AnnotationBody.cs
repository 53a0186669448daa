using System.Text;

namespace Speeches.Store;

/// <summary>What becomes of the words of an annotation before they are stored.</summary>
internal static class AnnotationBody
{
    /// <summary>
    /// Line ends become line feeds, white space at the end goes, and what no text can hold (NUL, half a surrogate pair) becomes
    /// U+FFFD, so that what is returned is what will be read back.
    /// </summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on <c>body</c> where nothing is left or it is too long.</exception>
    public static string Clean(string? typed, int maximumLength)
    {
        var body = (typed ?? "").ReplaceLineEndings("\n").Replace('\0', '\uFFFD').TrimEnd();
        if (body.Length == 0)
            throw new SpeechesError(ErrorKind.Refused, "Write something first: an empty annotation is not stored.", "body");
        if (body.Length > maximumLength)
        {
            throw new SpeechesError(
                ErrorKind.Refused, $"The text has {body.Length:N0} characters; at most {maximumLength:N0} are stored. Nothing was stored.", "body");
        }

        return body.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(body)) : body;
    }
}
