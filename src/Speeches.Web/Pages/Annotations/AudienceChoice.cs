using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Annotations;

/// <summary>The question who can read something, as <c>_Audience.cshtml</c> asks it.</summary>
/// <param name="Chosen">The answer so far; not among <paramref name="Groups"/> where it cannot be given (any more).</param>
/// <param name="Groups">The names of the groups that are offered, in order.</param>
internal sealed record AudienceChoice(Audience Chosen, IReadOnlyList<string> Groups)
{
    private const int MostButtons = 5;

    /// <summary>Whether there are so many that they fold into a list.</summary>
    public bool IsLong => Answers.Count() > MostButtons + 2;

    /// <summary>
    /// The values of the field <c>audience</c> and what is said of each. The answer so far is always among them: a form that is shown
    /// again must not fall back to one that more people can read.
    /// </summary>
    public IEnumerable<(string Value, string Label)> Answers
    {
        get
        {
            yield return (Audience.Public.Name, "Everybody");
            foreach (var group in Groups)
                yield return (Audience.OfGroup(group).Name, group);
            if (Chosen.Group is { } other && !Groups.Contains(other))
                yield return (Chosen.Name, other);
            yield return (Audience.Private.Name, "Only me");
        }
    }

    /// <summary>The question for a writer: everybody, the groups that they write in, nobody else.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="actor">The writer; null where nobody is signed in any more.</param>
    /// <param name="asked">The field as it was sent, or null; what makes no sense counts as the narrowest.</param>
    public static async Task<AudienceChoice> For(GroupStore groups, Actor? actor, string? asked)
    {
        var names = actor is null ? [] : (await groups.Of(actor)).Where(group => group.Archived is null).Select(group => group.Name).ToList();
        return new(Read(asked), names);
    }

    private static Audience Read(string? asked)
    {
        try
        {
            return Audience.Parse(asked);
        }
        catch (SpeechesError)
        {
            return Audience.Private;
        }
    }
}
