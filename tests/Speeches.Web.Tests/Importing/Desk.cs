using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Speeches.Web.Tests.Importing;

/// <summary>What an editor does with files and drafts in a browser without script.</summary>
internal static class Desk
{
    /// <summary>Sends files by the form of the import page.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient browser, bool quietly, params (string Name, byte[] Source)[] files)
    {
        var page = await browser.Page("/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)page.QuerySelector("#upload input[type=hidden]")!).Value), "__RequestVerificationToken" },
            { new StringContent(""), "language" },
        };
        foreach (var (name, source) in files)
            form.Add(new ByteArrayContent(source), "files", name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = form };
        if (quietly)
            request.Headers.Add("X-Requested-With", "fetch");
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends one file that can be read, and gives the address of its draft.</summary>
    public static async Task<string> Draft(this HttpClient browser, string text)
    {
        using var answer = await browser.Upload(quietly: false, ("speech.txt", System.Text.Encoding.UTF8.GetBytes(text)));
        return (await answer.Document()).QuerySelector(".result h2 a")!.GetAttribute("href")!;
    }

    /// <summary>Sends the form of a header with some fields typed over, by one of its buttons.</summary>
    public static async Task<HttpResponseMessage> SendHeader(
        this HttpClient browser, IHtmlDocument page, string? button, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.GetElementById("header")!;
        List<KeyValuePair<string, string>> values = [];
        foreach (var field in form.QuerySelectorAll("input, textarea"))
        {
            var name = field.GetAttribute("name")!;
            values.Add(new(name, field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? ""));
        }

        foreach (var (name, value) in typed)
        {
            var at = values.FindIndex(field => field.Key == name);
            if (at < 0)
                values.Add(new(name, value));
            else
                values[at] = new(name, value);
        }

        if (button is not null)
            values.Add(new(button, "true"));
        return await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(values), TestContext.Current.CancellationToken);
    }

    /// <summary>What a field of the form holds.</summary>
    public static string? Typed(this IHtmlDocument page, string id) =>
        page.GetElementById(id) is IHtmlTextAreaElement area ? area.Value : page.GetElementById(id)!.GetAttribute("value");

    /// <summary>The words of elements, without the white space of the markup.</summary>
    public static string[] All(this IParentNode page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
