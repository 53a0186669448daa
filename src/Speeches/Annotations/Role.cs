using System.Collections.ObjectModel;

namespace Speeches.Annotations;

/// <summary>What a person may do; each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Reads; may hold private bookmarks of their own later, adds nothing today.</summary>
    Reader,

    /// <summary>Annotates and replies, edits and deletes their own, resolves and reopens.</summary>
    Annotator,

    /// <summary>Imports and corrects speeches.</summary>
    Editor,

    /// <summary>Manages people and may remove any annotation.</summary>
    Administrator,
}

/// <summary>Who acts: a signed-in person or the holder of a token.</summary>
/// <param name="Id">The account's key.</param>
/// <param name="Name">The display name.</param>
/// <param name="Role">The account's role.</param>
public sealed record Actor(long Id, string Name, Role Role)
{
    /// <summary>The groups they belong to, by key, where somebody looked; the store always looks before it asks the rules.</summary>
    public IReadOnlyDictionary<long, Membership> Groups { get; init; } = ReadOnlyDictionary<long, Membership>.Empty;
}

/// <summary>Who wrote something, as shown.</summary>
/// <param name="Id">The account's key; never shown.</param>
/// <param name="Name">The display name as it stands now.</param>
public sealed record Author(long Id, string Name);
