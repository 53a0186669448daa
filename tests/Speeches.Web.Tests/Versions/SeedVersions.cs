using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Speeches.Store;

namespace Speeches.Web.Tests.Versions;

/// <summary>Later versions of the seed, and how they come into the library.</summary>
internal static class SeedVersions
{
    /// <summary>Paragraph 4, which the corrected text leaves out.</summary>
    public const string LeftOut = "There is a need to address the unique challenges presented by sophisticated and continually evolving technologies.";

    /// <summary>The seed's source with corrections in paragraphs 1 and 3, without paragraph 4, and with a new one before the last.</summary>
    public static string Corrected()
    {
        var seed = File.ReadAllText(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Single());
        var start = seed.IndexOf(LeftOut, StringComparison.Ordinal);
        seed = seed.Remove(start, seed.IndexOf("\n\n", start, StringComparison.Ordinal) + 2 - start);
        return seed
            .Replace("Today, we are more connected", "Today we are far more connected", StringComparison.Ordinal)
            .Replace("Urgent action is needed. Increased reliance", "Action is needed now. The increased reliance", StringComparison.Ordinal)
            .Replace("I look forward to the discussions today.", "Allow me to add a word on the role of courts.\n\nI look forward to the discussions today.", StringComparison.Ordinal);
    }

    /// <summary>A short translation into Arabic, of fewer paragraphs.</summary>
    public const string InArabic = """
        الأمم المتحدة

        كلمة افتتاحية

        السيد ميغيل دي سيربا سواريس

        14 كانون الأول/ديسمبر 2021

        إن عالم اليوم يختلف اختلافا جذريا عن العالم الذي وضع فيه ميثاق الأمم المتحدة قبل أكثر من خمسة وسبعين عاما. ونحن اليوم أكثر ترابطا وتكافلا مما كنا عليه في أي وقت مضى، وقد غيرت تكنولوجيات المعلومات والاتصالات طريقة تواصلنا.

        وقد وصف الأمين العام الإنترنت في تقريره بأنه منفعة عامة عالمية ينبغي أن يستفيد منها الجميع في كل مكان، غير أن الأضرار المحتملة قد تطغى على فوائده.

        وأتطلع إلى المناقشات اليوم.
        """;

    /// <summary>Sends a file through the form of the list of versions.</summary>
    public static async Task<HttpResponseMessage> AddVersion(this HttpClient editor, string slug, string text, string language = "", string name = "corrected.md")
    {
        var page = await editor.Page($"/speeches/{slug}/versions");
        var action = $"/speeches/{slug}/versions/add";
        var token = ((IHtmlInputElement)page.QuerySelector($"form[action='{action}'] input[type=hidden]")!).Value;
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(language), "language" },
            { file, "file", name },
        };
        return await editor.PostAsync(action, form, TestContext.Current.CancellationToken);
    }

    /// <summary>Annotates a paragraph of the seed, or words in it.</summary>
    public static async Task<Speeches.Annotations.Annotation> Annotate(this SpeechesApp app, Account author, string slug, int paragraph, string body, string? words = null)
    {
        var speech = (await app.Get<SpeechStore>().Find(slug))!;
        var block = (await app.Get<SpeechStore>().Text(speech.Id, 1))!.Paragraph(paragraph)!;
        var start = words is null ? null : (int?)block.Text.IndexOf(words, StringComparison.Ordinal);
        return await app.Get<AnnotationStore>().Add(
            new(author.Id, author.Name, author.Role),
            new() { Slug = slug, Version = 1, BlockId = block.Id, Start = start, End = start + words?.Length, Body = body, Audience = Speeches.Annotations.Audience.Public });
    }
}
