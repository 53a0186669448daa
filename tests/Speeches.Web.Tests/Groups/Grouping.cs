using System.Globalization;

namespace Speeches.Web.Tests.Groups;

/// <summary>What people do with groups, through the forms.</summary>
internal static class Grouping
{
    /// <summary>Makes a group.</summary>
    /// <returns>Its key, from the address that this leads to.</returns>
    public static async Task<long> MakeGroup(this HttpClient browser, string name)
    {
        var location = Where(await browser.PostForm("/groups", new { name }));
        Assert.StartsWith("/groups/", location);
        return long.Parse(location["/groups/".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>Makes an invitation.</summary>
    /// <returns>The path of its link, which the answer shows.</returns>
    public static async Task<string> Invite(this HttpClient browser, long group, string? email = null)
    {
        var page = $"/groups/{group}/invitations";
        using var answer = email is null ? await browser.PostForm(page, new { }) : await browser.PostForm(page, new { email });
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        return new Uri((await answer.Document()).GetElementById("link")!.GetAttribute("value")!).PathAndQuery;
    }

    /// <summary>Accepts an invitation.</summary>
    public static async Task Join(this HttpClient browser, string link) =>
        Assert.StartsWith("/groups/", Where(await browser.PostForm(link, new { }, "/groups/join")));

    /// <summary>A group with one moderator and members.</summary>
    public static async Task<long> MakeGroup(this HttpClient moderator, string name, params HttpClient[] members)
    {
        var id = await moderator.MakeGroup(name);
        foreach (var member in members)
            await member.Join(await moderator.Invite(id));
        return id;
    }

    /// <summary>Where an answer that something was done leads.</summary>
    public static string Where(HttpResponseMessage answer)
    {
        Assert.Equal(303, (int)answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
