using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Speeches.Web.Tests;

/// <summary>What a person does in a browser without script.</summary>
internal static class Browsing
{
    /// <summary>Asks for an address.</summary>
    public static Task<HttpResponseMessage> Get(this HttpClient browser, string address) => browser.GetAsync(address);

    /// <summary>Posts fields that no form was opened for, so without an antiforgery token.</summary>
    public static Task<HttpResponseMessage> PostBlindly(this HttpClient browser, string address, object fields) =>
        browser.PostAsync(address, new FormUrlEncodedContent(Values(fields)));

    /// <summary>The text of an answer.</summary>
    public static Task<string> Text(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    /// <summary>The page at an address, parsed; its status must be 200.</summary>
    public static async Task<IHtmlDocument> Page(this HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Document();
    }

    /// <summary>An answer's HTML, parsed.</summary>
    public static async Task<IHtmlDocument> Document(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>
    /// Opens a page, fills in the form whose <c>action</c> is <paramref name="action"/> (else the page's own address) and sends it,
    /// hidden fields and the antiforgery token included.
    /// </summary>
    /// <param name="browser">The browser.</param>
    /// <param name="page">Where the form is.</param>
    /// <param name="fields">What is typed: an object whose properties are the fields' names.</param>
    /// <param name="action">Where the form is sent, as it stands in the page.</param>
    public static async Task<HttpResponseMessage> PostForm(this HttpClient browser, string page, object fields, string? action = null)
    {
        var document = await browser.Page(page);
        action ??= page.Split('?')[0];
        var form = document.Forms.FirstOrDefault(candidate => candidate.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"{page} has no form with the action {action}.");
        return await browser.Send(form, fields);
    }

    /// <summary>Sends a form with what is typed into it.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient browser, IHtmlFormElement form, object fields)
    {
        var values = form.QuerySelectorAll("input[type=hidden], textarea, input[type=text]")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? field.TextContent);
        foreach (var (name, value) in Values(fields))
            values[name] = value;
        return await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values));
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(object fields) =>
        fields.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, property.GetValue(fields)?.ToString() ?? ""));
}
