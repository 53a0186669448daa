using AngleSharp.Html.Dom;

namespace Speeches.Web.Tests.Annotations;

/// <summary>What people do with annotations, through the forms.</summary>
internal static class Annotating
{
    /// <summary>Posts an annotation as a page without script does.</summary>
    /// <returns>Its id, from the address it leads to.</returns>
    public static async Task<string> Annotate(
        this HttpClient browser, string slug, string body, string block = "p2", string audience = "public")
    {
        var answer = await browser.PostForm(
            $"/speeches/{slug}/annotations?block={block}", new { body, audience }, $"/speeches/{slug}/annotations");
        return IdIn(answer, slug);
    }

    /// <summary>Posts a reply.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> Reply(this HttpClient browser, string slug, string id, string body) =>
        IdIn(await browser.PostForm($"/annotations/{id}/replies", new { body }), slug);

    /// <summary>The id of the annotation that a stored change leads to.</summary>
    public static string IdIn(HttpResponseMessage answer, string slug)
    {
        Assert.Equal(303, (int)answer.StatusCode);
        var location = answer.Headers.Location!.OriginalString;
        Assert.StartsWith($"/speeches/{slug}#a-", location);
        return location[(location.IndexOf("#a-", StringComparison.Ordinal) + 3)..];
    }

    /// <summary>Sends a form as the page's script does, and gives back the fragment.</summary>
    public static async Task<(int Status, IHtmlDocument Fragment)> Quietly(
        this HttpClient browser, string page, object fields, string? action = null, params (string Name, string Value)[] headers)
    {
        var document = await browser.Page(page);
        action ??= page.Split('?')[0];
        var form = document.Forms.First(candidate => candidate.GetAttribute("action") == action || candidate.Id == action);
        var values = form.QuerySelectorAll("input[type=hidden], textarea")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? field.TextContent);
        var target = form.GetAttribute("action");
        foreach (var property in fields.GetType().GetProperties())
        {
            if (property.Name == "formaction")
                target = (string)property.GetValue(fields)!;
            else
                values[property.Name] = property.GetValue(fields)?.ToString() ?? "";
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(values) };
        request.Headers.Add("X-Requested-With", "fetch");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await browser.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Document());
    }

    /// <summary>The status of an address.</summary>
    public static async Task<int> Status(this HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return (int)answer.StatusCode;
    }

    /// <summary>The text of an element without the white space of the markup.</summary>
    public static string? Words(this IHtmlDocument page, string selector) => page.QuerySelector(selector)?.TextContent.Trim();
}
