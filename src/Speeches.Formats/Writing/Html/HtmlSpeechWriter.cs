using System.Globalization;
using System.Text;
using Speeches.Annotations;

namespace Speeches.Formats.Writing.Html;

/// <summary>One file that opens from disk, asks nothing of any server and runs no script; annotations are numbered notes after the text.</summary>
internal sealed class HtmlSpeechWriter : ISpeechWriter
{
    public string Format => "html";

    public string MediaType => "text/html; charset=utf-8";

    public string Label => "Web page";

    public string Description => "One self-contained file to read, print and keep, annotations as numbered notes; leaves out quotations’ sources.";

    public string Policy(AnnotatedCopy copy) => HtmlStyle.Policy(HtmlStyle.For(copy));

    public void Write(AnnotatedCopy copy, Stream output)
    {
        var layout = CopyLayout.Of(copy);
        var sheet = HtmlStyle.For(copy);
        var html = new StringBuilder(64 * 1024);
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{HtmlStyle.Policy(sheet)}\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{HtmlText.Escape(copy.Speech.DisplayTitle)}</title>\n<link rel=\"canonical\" href=\"{HtmlText.Escape(copy.Address.AbsoluteUri)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>{sheet}</style>\n</head>\n<body>\n<main>\n<article{HtmlText.Language(copy.Text.Language)}>\n");
        AppendHeader(html, copy);
        AppendText(html, layout);
        html.Append("</article>\n");
        HtmlNotes.Append(html, copy, layout.Threads);
        AppendAbout(html, copy);
        html.Append("</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void AppendHeader(StringBuilder html, AnnotatedCopy copy)
    {
        var header = copy.Speech.Header;
        var title = copy.Speech.DisplayTitle;
        html.Append("<header>\n");
        Line("head", header.Organization);
        Line("head", header.Office);
        html.Append(CultureInfo.InvariantCulture, $"<h1>{HtmlText.Escape(title)}</h1>\n");
        Line("occasion", header.Occasion == title ? null : header.Occasion);
        Line("kind", header.Kind == title ? null : header.Kind);
        foreach (var speaker in header.Speakers)
        {
            Line("speaker", CopyWords.Name(speaker));
            foreach (var capacity in CopyWords.Capacities(speaker)) Line("capacity", capacity);
        }

        Line("capacity", header.DeliveredBy is null ? null : "Delivered by " + header.DeliveredBy);
        Line("when", CopyWords.Occasion(header));
        Line("symbol", header.Symbol);
        foreach (var note in header.Notes) Line("remark", note);
        html.Append("</header>\n");

        void Line(string name, string? words)
        {
            if (words is not null) html.Append(CultureInfo.InvariantCulture, $"<p class=\"{name}\">{HtmlText.Escape(words)}</p>\n");
        }
    }

    private static void AppendText(StringBuilder html, CopyLayout layout)
    {
        var inlines = new HtmlInlines(html, layout.Footnotes.Select(note => note.Block.Id).ToHashSet(StringComparer.Ordinal));
        html.Append("<div class=\"speech\">\n");
        var inList = false;
        foreach (var block in layout.Body)
        {
            var isItem = block.Block.Kind == BlockKind.ListItem;
            if (isItem != inList) html.Append(isItem ? "<ul class=\"list\" role=\"list\">\n" : "</ul>\n");
            inList = isItem;
            AppendBlock(html, inlines, block);
        }

        if (inList) html.Append("</ul>\n");
        if (layout.Footnotes.Count > 0)
        {
            html.Append("<div class=\"footnotes\">\n");
            foreach (var note in layout.Footnotes)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p id=\"{note.Block.Id}\"><a href=\"#mark-{note.Block.Id}\" aria-label=\"Back to footnote mark\">{HtmlText.Escape(note.Block.Marker ?? "*")}</a> ");
                inlines.Append(note);
                html.Append("</p>\n");
            }

            html.Append("</div>\n");
        }

        if (layout.Unplaced.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<p lang=\"en\" dir=\"ltr\" class=\"quiet\">Annotations on words that are not in this version: {string.Concat(layout.Unplaced.Select(HtmlInlines.Note))}</p>\n");
        html.Append("</div>\n");
    }

    private static void AppendBlock(StringBuilder html, HtmlInlines inlines, AnnotatedBlock block)
    {
        var source = block.Block;
        var level = Math.Clamp(source.Level + 1, 2, 6);
        var (open, close) = source.Kind switch
        {
            BlockKind.Heading => ($"<h{level} id=\"{source.Id}\">", $"</h{level}>"),
            BlockKind.BlockQuotation => ($"<blockquote id=\"{source.Id}\">", "</blockquote>"),
            BlockKind.ListItem => (
                $"<li id=\"{source.Id}\" class=\"d{Math.Clamp(source.Level, 1, 4)}\"><span class=\"marker\">{HtmlText.Escape(source.Marker ?? "•")}</span>", "</li>"),
            BlockKind.Paragraph when source.Number is { } number => (
                string.Create(CultureInfo.InvariantCulture, $"<p id=\"{source.Id}\" class=\"numbered\"><a class=\"n\" href=\"#{source.Id}\" aria-label=\"Paragraph {number}\">{number}</a>"), "</p>"),
            _ => ($"<p id=\"{source.Id}\">", "</p>"),
        };
        html.Append(open);
        inlines.Append(block);
        html.Append(close).Append('\n');
    }

    private static void AppendAbout(StringBuilder html, AnnotatedCopy copy)
    {
        html.Append("<section class=\"about\" aria-labelledby=\"about\">\n<h2 id=\"about\">About this copy</h2>\n<dl>\n");
        foreach (var (label, words) in CopyWords.Facts(copy))
        {
            var shown = HtmlText.Escape(words);
            html.Append(CultureInfo.InvariantCulture, $"<dt>{label}</dt><dd>{(label == "Address" ? $"<a href=\"{shown}\">{shown}</a>" : shown)}</dd>\n");
        }

        html.Append("</dl>\n</section>\n");
    }
}
