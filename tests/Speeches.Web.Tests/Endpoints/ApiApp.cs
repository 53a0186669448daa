using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Speeches.Annotations;
using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>The product with one small speech made by hand, two annotators, an administrator and a reader.</summary>
public sealed class ApiApp : IAsyncLifetime
{
    public const string Slug = "2021-12-14-on-the-law-that-applies";
    private readonly Dictionary<string, string> _tokens = [];

    /// <summary>The product.</summary>
    public SpeechesApp App { get; } = new() { Settings = [("Seeds:Directory", "")] };

    /// <summary>By name ("first"): the address of the account.</summary>
    public Dictionary<string, string> Emails { get; } = [];

    public async ValueTask InitializeAsync()
    {
        await App.Get<SpeechStore>().Add(Sample(), "speech.md", "text/markdown", "the source"u8.ToArray());
        (string Name, Role Role)[] people =
            [("first", Role.Annotator), ("second", Role.Annotator), ("administrator", Role.Administrator), ("reader", Role.Reader)];
        foreach (var (name, role) in people)
        {
            var account = await App.AddAccount(role, $"{name} person");
            Emails[name] = account.Email;
            _tokens[name] = (await App.Get<TokenStore>().Create(account.Id, TokenScope.Write)).Secret;
            _tokens[name + " reading"] = (await App.Get<TokenStore>().Create(account.Id, TokenScope.Read)).Secret;
        }
    }

    /// <summary>A client that keeps no cookies and follows nothing.</summary>
    /// <param name="holder">Whose token it sends ("first", "first reading"), or null.</param>
    public HttpClient Client(string? holder = null)
    {
        var client = App.CreateDefaultClient(new Uri("http://localhost"));
        if (holder is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[holder]);
        return client;
    }

    /// <summary>A browser in which one of the people has signed in.</summary>
    public async Task<HttpClient> Browser(string name)
    {
        var browser = App.Anonymous();
        using var answer = await browser.PostForm("/account/sign-in", new { email = Emails[name], password = SpeechesApp.Password });
        Assert.Equal(302, (int)answer.StatusCode);
        return browser;
    }

    /// <summary>Adds an annotation over the API.</summary>
    public async Task<JsonElement> Annotate(string holder, string body, int paragraph = 1, string audience = "public")
    {
        using var client = Client(holder);
        using var answer = await client.PostAsync($"/api/v1/speeches/{Slug}/annotations", Json(new { paragraph, body, audience }), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public static StringContent Json(object value) => new(JsonSerializer.Serialize(value), Encoding.UTF8, "application/json");

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static ParsedSpeech Sample()
    {
        const string First = "The Secretary-General said that “the law is clear”.";
        return new ParsedSpeech
        {
            Header = new SpeechHeader
            {
                Organization = "UNITED NATIONS",
                Title = "On the law that applies",
                Kind = "Statement",
                Date = new DateOnly(2021, 12, 14),
                StartTime = new TimeOnly(13, 15),
                Language = "en",
                Speakers = [new Speaker { Honorific = "Ms.", Name = "Example Speaker", Capacities = ["Legal Counsel"] }],
            },
            Blocks =
            [
                new Block { Id = "s1", Kind = BlockKind.Salutation, Text = "Excellencies," },
                new Block
                {
                    Id = "p1", Kind = BlockKind.Paragraph, Number = 1, Text = First,
                    Spans = [new Span(First.IndexOf('“') + 1, First.IndexOf('”'), SpanKind.Quotation)],
                },
                new Block { Id = "p2", Kind = BlockKind.Paragraph, Number = 2, Text = "Sovereignty is a rule, and 🌍 agrees." },
                new Block { Id = "l1", Kind = BlockKind.ListItem, Level = 1, Marker = "(a)", Text = "An item of a list." },
            ],
            Quotations = [new Quotation("p1", First.IndexOf('“') + 1, First.IndexOf('”'), "the law is clear", false, "The Secretary-General")],
        };
    }
}
