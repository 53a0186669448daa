using System.Globalization;
using Speeches.Tests.Architecture;

namespace Speeches.Tests.Parsing;

/// <summary>
/// The marked examples in headers.txt: a name behind "#", the fields that are expected (what is not named must be empty), an empty
/// line, and the source up to the next "#". A speaker is "honorific / name / capacity; capacity / on behalf of". "body" is how the
/// first block begins.
/// </summary>
public class HeaderTable
{
    private static readonly Dictionary<string, (Dictionary<string, string> Fields, string Source)> Examples = Read();

    public static TheoryData<string> Names => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_marked_header_is_read_as_marked(string name)
    {
        var (fields, source) = Examples[name];
        var parsed = Sources.Parse(source);
        var header = parsed.Header;
        var read = new Dictionary<string, string?>
        {
            ["language"] = header.Language,
            ["kind"] = header.Kind,
            ["date"] = header.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["place"] = header.Place,
            ["title"] = header.Title,
            ["occasion"] = header.Occasion,
            ["organization"] = header.Organization,
            ["office"] = header.Office,
            ["symbol"] = header.Symbol,
            ["deliveredBy"] = header.DeliveredBy,
            ["notes"] = string.Join("; ", header.Notes),
            ["time"] = header.StartTime is { } start ? $"{start:HH:mm} {header.EndTime:HH:mm}".Trim() : null,
            ["speaker"] = string.Join(" & ", header.Speakers.Select(Line)),
        };

        Assert.Equal(
            Lines(fields.Where(field => field.Key != "body").ToDictionary(field => field.Key, field => (string?)field.Value)), Lines(read));
        Assert.StartsWith(fields["body"], parsed.Blocks[0].Text, StringComparison.Ordinal);
    }

    private static string Line(Speaker speaker) =>
        $"{speaker.Honorific} / {speaker.Name} / {string.Join("; ", speaker.Capacities)} / {speaker.OnBehalfOf}".TrimEnd(' ', '/').Trim();

    private static string Lines(Dictionary<string, string?> fields) =>
        string.Join('\n', fields.Where(field => !string.IsNullOrEmpty(field.Value)).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}: {field.Value}"));

    private static Dictionary<string, (Dictionary<string, string>, string)> Read()
    {
        var text = File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "tests/Speeches.Tests/Parsing/headers.txt"));
        var examples = new Dictionary<string, (Dictionary<string, string>, string)>();
        foreach (var part in $"\n{text}".Split("\n# ").Skip(1))
        {
            var lines = part.Split('\n');
            var blank = Array.IndexOf(lines, "");
            var fields = lines[1..blank].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            examples.Add(lines[0], (fields, string.Join('\n', lines[(blank + 1)..])));
        }

        return examples;
    }
}
