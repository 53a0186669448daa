using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Groups;

/// <summary>One's groups, and making one.</summary>
internal sealed class IndexModel(GroupStore groups) : GroupPage(groups)
{
    /// <summary>Those that are written in.</summary>
    public IReadOnlyList<Group> Open { get; private set; } = [];

    /// <summary>Those that are only read.</summary>
    public IReadOnlyList<Group> Archived { get; private set; } = [];

    /// <summary>Whether one may make a group.</summary>
    public bool MayMake => GroupRules.MayCreate(Actor);

    /// <summary>The name of a new group, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Lists them.</summary>
    public async Task OnGet()
    {
        var all = await Groups.Of(Actor);
        (Open, Archived) = ([.. all.Where(group => group.Archived is null)], [.. all.Where(group => group.Archived is not null)]);
    }

    /// <summary>Makes a group.</summary>
    public async Task<IActionResult> OnPost()
    {
        await OnGet();
        return await Attempt(async () => "/groups/" + (await Groups.Create(Actor, Name ?? "")).ToString(CultureInfo.InvariantCulture));
    }
}
