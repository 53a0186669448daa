using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Speeches.Web.Comparing;

namespace Speeches.Web.Pages.Versions;

/// <summary>
/// Words with what became of them, as HTML: <c>del</c> and <c>ins</c>, which the style sheet also draws and names otherwise than by
/// colour. Where a paragraph's end itself came or went, a pilcrow stands for it.
/// </summary>
internal sealed class RunsHtml(IEnumerable<WordRun> runs) : IHtmlContent
{
    private static readonly char[] Breaks = [WordComparison.Break, '\n'];

    /// <summary>The runs of one side paragraph by paragraph.</summary>
    /// <param name="runs">Without those that only the other side has.</param>
    public static IEnumerable<RunsHtml> Paragraphs(IEnumerable<WordRun> runs)
    {
        var paragraph = new List<WordRun>();
        foreach (var run in runs)
        {
            foreach (var (index, part) in run.Text.Split(WordComparison.Break).Index())
            {
                if (index > 0)
                {
                    yield return new(paragraph);
                    paragraph = [];
                }

                if (part.Length > 0)
                    paragraph.Add(run with { Text = part });
            }
        }

        yield return new(paragraph);
    }

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (change, text) in runs)
        {
            var (open, close) = change switch
            {
                WordChange.Deleted => ("<del>", "</del>"),
                WordChange.Inserted => ("<ins>", "</ins>"),
                _ => ("", ""),
            };
            writer.Write(open);
            var at = 0;
            for (var end = text.IndexOfAny(Breaks); end >= 0; end = text.IndexOfAny(Breaks, at))
            {
                encoder.Encode(writer, text, at, end - at);
                writer.Write(change == WordChange.Same || text[end] == '\n' ? "<br>" : "¶<br>");
                at = end + 1;
            }

            encoder.Encode(writer, text, at, text.Length - at);
            writer.Write(close);
        }
    }
}
