using System.Text;
using Speeches.Annotations;
using Speeches.Parsing;
using Speeches.Store;

namespace Speeches.Web.Tests.Library;

/// <summary>The product with a library of four invented speeches instead of the seed, for lists, filters and search.</summary>
public sealed class InventedLibrary : IAsyncLifetime
{
    /// <summary>The product.</summary>
    public SpeechesApp App { get; } = new() { Settings = [("Seeds:Directory", "")] };

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Browser { get; private set; } = null!;

    /// <summary>The names in addresses of: the basin, the toast, the discourse, the undated.</summary>
    public string Basin { get; private set; } = "";

    /// <inheritdoc cref="Basin" />
    public string Toast { get; private set; } = "";

    /// <inheritdoc cref="Basin" />
    public string Discourse { get; private set; } = "";

    /// <inheritdoc cref="Basin" />
    public string Undated { get; private set; } = "";

    /// <summary>The id of a public annotation on paragraph 2 of the basin.</summary>
    public string Annotation { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Browser = App.Anonymous();
        Basin = await Add(new SpeechHeader
        {
            Office = "Commission on Rivers",
            Title = "The law of river basins",
            Occasion = "Second meeting of the working group",
            Kind = "Statement",
            Language = "en",
            Date = new DateOnly(2021, 3, 4),
            Place = "Geneva",
            Speakers = [new Speaker { Name = "Ana Example" }],
        },
        "The law of rivers is older than the law of the sea.",
        "The Secretary-General called water “a good that everybody should share” in his report “Our Common Rivers”. Is x < y & y > z?",
        "The Commission spoke of “shared sovereignty”, and one writer of “wells”.");
        Toast = await Add(new SpeechHeader
        {
            Office = "Office of Toasts",
            Title = "A short toast <b>& more</b>",
            Kind = "Opening remarks",
            Language = "en",
            Date = new DateOnly(2019, 12, 31),
            Speakers = [new Speaker { Name = "Boris “Bob” O’Sample & Sons" }],
        }, "To everybody's health.");
        Discourse = await Add(new SpeechHeader
        {
            Title = "Discours sur la souveraineté",
            Kind = "Statement",
            Language = "fr",
            Date = new DateOnly(2021, 9, 9),
            Speakers = [new Speaker { Name = "Ana Example" }],
        }, "La souveraineté des États riverains.");
        Undated = await Add(new SpeechHeader { Title = "A speech of which nobody knows the day", Language = "en" }, "It was long ago.");

        var account = await App.AddAccount(Role.Annotator);
        var actor = new Actor(account.Id, account.Name, account.Role);
        Annotation = (await Annotate(actor, "Compare the *aquifer* articles, <script>alert(1)</script>.", Audience.Public)).Id;
        await Annotate(actor, "A secret about the aquifer.", Audience.Private);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Adds a speech with these paragraphs; what stands between curly marks in them is quoted, by nobody in particular.</summary>
    public async Task<string> Add(SpeechHeader header, params string[] paragraphs)
    {
        var blocks = paragraphs
            .Select((text, index) => new Block { Id = $"p{index + 1}", Kind = BlockKind.Paragraph, Number = index + 1, Text = text })
            .ToList();
        var parsed = new ParsedSpeech { Header = header, Blocks = blocks, Quotations = [.. blocks.SelectMany(Quotations)] };
        var source = Encoding.UTF8.GetBytes(header.Title + string.Join('\n', paragraphs));
        return (await App.Get<SpeechStore>().Add(parsed, "invented.md", "text/markdown", source)).Slug;
    }

    private static IEnumerable<Quotation> Quotations(Block block)
    {
        for (var open = block.Text.IndexOf('“'); open >= 0; open = block.Text.IndexOf('“', open + 1))
        {
            var close = block.Text.IndexOf('”', open);
            var words = block.Text[(open + 1)..close];
            var isTitle = words.StartsWith("Our ", StringComparison.Ordinal);
            var saidBy = isTitle ? null : words.StartsWith("a good", StringComparison.Ordinal) ? "The Secretary-General"
                : words.StartsWith("shared", StringComparison.Ordinal) ? "The Commission" : null;
            yield return new Quotation(block.Id, open + 1, close, words, isTitle, saidBy);
        }
    }

    private Task<Annotation> Annotate(Actor actor, string body, Audience audience) => App.Get<AnnotationStore>()
        .Add(actor, new NewAnnotation { Slug = Basin, BlockId = "p2", Body = body, Audience = audience });
}
