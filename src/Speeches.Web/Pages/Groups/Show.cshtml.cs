using Speeches.Annotations;
using Speeches.Store;
using Speeches.Web.Pages.Reading;

namespace Speeches.Web.Pages.Groups;

/// <summary>A group as its members see it.</summary>
internal sealed class ShowModel(GroupStore groups) : GroupPage(groups)
{
    private const int MostWords = 200;

    /// <summary>Who looks.</summary>
    public long OwnId => Actor.Id;

    /// <summary>What the speech of a thread is called.</summary>
    public static string TitleOf(GroupThread thread) => thread.Header.Heading() ?? thread.Slug;

    /// <summary>How a thread begins, as typed.</summary>
    public static string Opening(GroupThread thread) => Letterhead.Opening(thread.Body.ReplaceLineEndings(" "), MostWords);

    /// <summary>Shows it.</summary>
    public Task OnGet(long id) => Find(id, GroupAction.See);
}
