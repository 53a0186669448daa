using Speeches.Annotations;

namespace Speeches.Web.Importing;

/// <summary>What an editor chose about the comments of a file, as a form sends it.</summary>
internal sealed record CommentsChoice
{
    /// <summary>Whether they become annotations.</summary>
    public bool Comments { get; init; }

    /// <summary>Who may see them: <c>public</c> or <c>private</c>; everybody where it is not said.</summary>
    public string? Audience { get; init; }

    /// <summary>Who may see them; null where they stay in the file.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> for any other word.</exception>
    public Audience? Taken() => !Comments ? null : Annotations.Audience.Parse(Audience) is { Group: null } audience ? audience
        : throw new SpeechesError(ErrorKind.Refused, "The comments can be for everybody or for you alone. Nothing was stored.", "audience");
}
