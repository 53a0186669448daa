using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Speeches.Benchmarks;

/// <summary>A fresh data folder with the seed and one annotator, and the product serving it.</summary>
internal sealed partial class Library : IAsyncDisposable
{
    private const string Email = "annotator@example.org";
    private const string Password = "correct horse battery staple 7";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("speeches-load-");

    /// <summary>The product.</summary>
    public ServerProcess Server { get; private set; } = null!;

    /// <summary>The seed's name in addresses.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>A token that may write.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The folder, for what must be measured on the same disk.</summary>
    public string Folder => _data.FullName;

    /// <summary>Makes it and waits until it answers.</summary>
    public static async Task<Library> Open()
    {
        var library = new Library();
        library.Server = await ServerProcess.Product(library.Folder);
        await library.Verb(Password, "user", "add", Email, "--name", "First annotator", "--role", "annotator");
        library.Token = (await library.Verb(null, "token", "create", "--user", Email, "--scope", "write")).TrimEnd().Split('\n')[^1].Trim();
        using var client = new HttpClient();
        var list = await client.GetFromJsonAsync<JsonElement>(library.Address("/api/v1/speeches"));
        library.Slug = list.GetProperty("items")[0].GetProperty("slug").GetString()!;
        return library;
    }

    /// <summary>An absolute address on the product.</summary>
    public string Address(string path) => $"http://127.0.0.1:{Server.Port}{path}";

    /// <summary>Adds annotations of a few sentences each, every third a reply, over all paragraphs.</summary>
    public async Task Annotate(int count)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var root = "";
        for (var i = 0; i < count; i++)
        {
            var body = $"Compare *paragraph {i}* of the report with what the **Legal Counsel** says here; see <https://example.org/{i}>. "
                + "The wording is narrower than in the statement of the year before, and the reference to due diligence is gone.";
            using var answer = i % 3 == 2
                ? await client.PostAsJsonAsync(Address($"/api/v1/annotations/{root}/replies"), new { body })
                : await client.PostAsJsonAsync(Address($"/api/v1/speeches/{Slug}/annotations"), new { paragraph = i % 11 + 1, body, audience = "public" });
            answer.EnsureSuccessStatusCode();
            if (i % 3 != 2)
                root = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        }
    }

    /// <summary>Signs in through the form.</summary>
    /// <returns>The value of a Cookie header.</returns>
    public async Task<string> SignIn()
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies });
        var page = await client.GetStringAsync(Address("/account/sign-in"));
        var token = AntiforgeryField().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["email"] = Email,
            ["password"] = Password,
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token),
        });
        using var answer = await client.PostAsync(Address("/account/sign-in"), form);
        var header = cookies.GetCookieHeader(new Uri(Address("/")));
        return header.Contains("session", StringComparison.Ordinal)
            ? header
            : throw new InvalidOperationException("Signing in did not begin a session.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task<string> Verb(string? input, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Places.Product, .. words, $"--Data:Directory={Folder}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (input is not null)
            await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{words[0]} {words[1]} ended with {process.ExitCode}.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex AntiforgeryField();
}
