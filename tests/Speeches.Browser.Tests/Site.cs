using Microsoft.Playwright;
using Speeches.Web.Tests;

namespace Speeches.Browser.Tests;

/// <summary>The product served on a port of its own, for one test class, and the people who use it.</summary>
public sealed class Site(Chromium chromium) : IAsyncLifetime
{
    private readonly SpeechesApp _app = new();

    /// <summary>Settings of its own, where it is no fixture.</summary>
    internal (string Name, string Value)[] Settings
    {
        init => _app = new() { Settings = value };
    }

    /// <summary>The absolute address of the site, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The absolute address of the seed's reading page.</summary>
    public string Speech { get; private set; } = "";

    /// <summary>The product's services and accounts.</summary>
    internal SpeechesApp App => _app;

    public async ValueTask InitializeAsync()
    {
        _app.UseKestrel(0);
        _app.StartServer();
        Address = _app.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        Speech = $"{Address}/speeches/{await _app.SeedSlug()}";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>A window of a browser of its own, nobody signed in.</summary>
    internal async Task<IPage> Open(BrowserNewContextOptions? options = null)
    {
        var context = await chromium.Browser.NewContextAsync(options ?? new());
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window in which a new person of this name has registered.</summary>
    internal async Task<IPage> Register(string name, BrowserNewContextOptions? options = null)
    {
        var page = await Open(options);
        await page.GotoAsync($"{Address}/account/register");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("E-mail").FillAsync(SpeechesApp.NewEmail());
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(SpeechesApp.Password);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/account/register", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        return page;
    }

    /// <summary>Adds an annotation to a paragraph by the forms of the page.</summary>
    internal async Task Annotate(IPage page, int paragraph, string words)
    {
        await page.GotoAsync(Speech);
        await page.Locator($"#passage-p{paragraph} a.add").ClickAsync();
        await page.Locator("form.composer textarea").FillAsync(words);
        await page.Locator("form.composer .button.primary").ClickAsync();
        await page.Locator("form.composer").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator($"#passage-p{paragraph} .thread").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
