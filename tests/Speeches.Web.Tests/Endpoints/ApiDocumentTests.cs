using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Speeches.Web.Tests.Endpoints;

/// <summary>docs/api.md, carried out from top to bottom.</summary>
public sealed partial class ApiDocumentTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task Every_example_in_the_document_works_and_has_the_properties_shown()
    {
        var stop = TestContext.Current.CancellationToken;
        using var client = app.Client("first");
        var (id, count) = ("", 0);
        foreach (Match example in Example().Matches(await File.ReadAllTextAsync(Document(), stop)))
        {
            var lines = example.Groups["request"].Value.Trim().Split('\n', 2);
            var words = lines[0].Replace("{slug}", ApiApp.Slug, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal).Split(' ');
            using var request = new HttpRequestMessage(new HttpMethod(words[0]), words[1]);
            if (lines.Length > 1) request.Content = new StringContent(lines[1], Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request, stop);
            var json = await answer.Content.ReadAsStringAsync(stop);
            Assert.True(answer.IsSuccessStatusCode, $"{lines[0]} answers {(int)answer.StatusCode}");
            if (answer.StatusCode == System.Net.HttpStatusCode.Created && id.Length == 0)
                id = JsonElement.Parse(json).GetProperty("id").GetString()!;
            if (example.Groups["status"].Success)
            {
                Assert.Equal(example.Groups["status"].Value, $"{(int)answer.StatusCode}");
                using var shown = JsonDocument.Parse(example.Groups["answer"].Value);
                Same(shown.RootElement, JsonElement.Parse(json), lines[0]);
            }

            count++;
        }

        Assert.True(count >= 12, $"Only {count} examples were found.");
    }

    // {} and [] in the document stand for anything of that kind.
    private static void Same(JsonElement shown, JsonElement actual, string where)
    {
        if (shown.ValueKind == JsonValueKind.Object && shown.EnumerateObject().Any())
        {
            Assert.Equal(Names(shown), Names(actual));
            foreach (var property in shown.EnumerateObject()) Same(property.Value, actual.GetProperty(property.Name), $"{where} {property.Name}");
        }
        else if (shown.ValueKind == JsonValueKind.Array && shown.GetArrayLength() > 0)
        {
            Assert.True(actual.GetArrayLength() > 0, where + " is empty");
            Same(shown[0], actual[0], where);
        }
        else if (shown.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Object or JsonValueKind.Array)
        {
            Assert.Equal(shown.ValueKind, actual.ValueKind);
        }
    }

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    private static string Document([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "api.md");

    [GeneratedRegex(@"```http\n(?<request>.*?)```(\n\n```json (?<status>\d+)\n(?<answer>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Example();
}
