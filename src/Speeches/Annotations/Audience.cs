namespace Speeches.Annotations;

/// <summary>Who may see a thread: <c>public</c> (anyone) or <c>private</c> (its author only). Replies follow their thread.</summary>
public sealed record Audience
{
    private Audience(string name) => Name = name;

    /// <summary>The word used in the API and the store: <c>public</c> or <c>private</c>.</summary>
    public string Name { get; }

    /// <summary>Anyone, signed in or not.</summary>
    public static Audience Public { get; } = new("public");

    /// <summary>The author alone.</summary>
    public static Audience Private { get; } = new("private");

    /// <summary>Reads the API's word.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>audience</c> for any other word.</exception>
    public static Audience Parse(string? name) => name switch
    {
        null or "" or "public" => Public,
        "private" => Private,
        _ => throw new SpeechesError(ErrorKind.Refused, "The audience must be public or private.", "audience"),
    };

    /// <inheritdoc />
    public override string ToString() => Name;
}
