using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Speeches.Store;
using Speeches.Web.Pages.Reading;
using Speeches.Web.Setup;

namespace Speeches.Web.Pages.Inbox;

/// <summary>The open threads that are assigned to the reader.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class AssignedModel(AssignmentStore assignments, TimeProvider clock) : PageModel
{
    /// <summary>Those due first, those without a day last.</summary>
    public IReadOnlyList<AssignedThread> Threads { get; private set; } = [];

    /// <summary>"Overdue since 1 December 2026", "Due today", "Due 3 December 2026", or null.</summary>
    public string? When(AssignedThread thread)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return thread.Due is not { } due ? null
            : due < today ? $"Overdue since {Dates.Day(due)}"
            : due == today ? "Due today" : $"Due {Dates.Day(due)}";
    }

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Threads = await assignments.Of(User.Actor()!);
}
