namespace Speeches.Annotations;

/// <summary>
/// Who may see a thread: <c>public</c> (anyone), <c>group:NAME</c> (the members of a group) or <c>private</c> (its author only). Replies
/// follow their thread.
/// </summary>
public sealed record Audience
{
    private const string OfGroups = "group:";

    private Audience(string name) => Name = name;

    /// <summary>The words used in the API: <c>public</c>, <c>private</c>, <c>group:NAME</c>.</summary>
    public string Name { get; }

    /// <summary>The group's key; null for the other two, and for a group that was only named and not looked for.</summary>
    public long? GroupId { get; private init; }

    /// <summary>The group's name, or null.</summary>
    public string? Group => Name.StartsWith(OfGroups, StringComparison.Ordinal) ? Name[OfGroups.Length..] : null;

    /// <summary>Anyone, signed in or not.</summary>
    public static Audience Public { get; } = new("public");

    /// <summary>The author alone.</summary>
    public static Audience Private { get; } = new("private");

    /// <summary>The members of a group.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">Its key, where it is known.</param>
    public static Audience OfGroup(string name, long? id = null) => new(OfGroups + name) { GroupId = id };

    /// <summary>Reads the API's word. Of a group it holds the name only.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> on field <c>audience</c> for any other word.</exception>
    public static Audience Parse(string? name) => name switch
    {
        null or "" or "public" => Public,
        "private" => Private,
        _ when name.StartsWith(OfGroups, StringComparison.Ordinal) && name.Length > OfGroups.Length => new(name),
        _ => throw new SpeechesError(ErrorKind.Refused, "The audience must be public, private, or group: and the name of one of your groups.", "audience"),
    };

    /// <inheritdoc />
    public override string ToString() => Name;
}
