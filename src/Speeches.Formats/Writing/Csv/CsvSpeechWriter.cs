using System.Globalization;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Csv;

/// <summary>The annotations as a table, replies included, a row each. Its columns are documented in docs/exports.md.</summary>
internal sealed class CsvSpeechWriter : ISpeechWriter
{
    private static readonly string[] Columns =
    [
        "id", "thread", "speech", "version", "paragraph", "block", "start", "end", "words", "anchor", "body",
        "author", "created", "modified", "audience", "resolved_by", "resolved_at", "address", "tags",
    ];

    public string Format => "csv";

    public string MediaType => "text/csv; charset=utf-8";

    public string Label => "Table of annotations (CSV)";

    public string Description => "The annotations alone, a row each, for a spreadsheet; leaves out the text and deleted annotations.";

    public void Write(AnnotatedCopy copy, Stream output)
    {
        // Excel takes a file without the mark to be in the code page of its country.
        using var table = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        table.Write(CsvCells.Row(Columns));
        foreach (var thread in copy.Threads)
        {
            if (thread.Root.Deleted is null) table.Write(CsvCells.Row(Row(copy, thread.Root, thread.Root)));
            foreach (var reply in thread.Replies) table.Write(CsvCells.Row(Row(copy, thread.Root, reply)));
        }
    }

    private static IEnumerable<string?> Row(AnnotatedCopy copy, Annotation root, Annotation said)
    {
        var place = root.Place;
        return
        [
            said.Id,
            root.Id,
            copy.Address.AbsoluteUri,
            Number(root.Version),
            Number(place is null ? null : copy.Text.Find(place.BlockId)?.Number),
            place?.BlockId,
            Number(place?.Start),
            Number(place?.End),
            root.Anchor.Exact,
            root.State.ToString().ToLowerInvariant(),
            said.Body,
            said.Author.Name,
            Moment(said.Created),
            Moment(said.Modified),
            root.Audience.Name,
            said.Resolution?.By.Name,
            Moment(said.Resolution?.At),
            // Beside /speeches/, also where the product does not stand at the root of its host.
            new Uri(copy.Address, "../annotations/" + said.Id).AbsoluteUri,
            string.Join(", ", said.Tags),
        ];
    }

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
