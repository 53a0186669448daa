using System.Text;

namespace Speeches.Formats.Writing.Markdown;

/// <summary>Writes what people typed as CommonMark in one fixed style, so that it cannot leave its footnote.</summary>
internal static class MarkdownComments
{
    /// <summary>The comment's lines, empty ones between blocks.</summary>
    public static IEnumerable<string> Lines(string body)
    {
        CommentBlock? before = null;
        foreach (var block in CommentMarkdown.ToBlocks(body))
        {
            if (before is not null && !(block.Marker is not null && before.ListDepth > 0)) yield return "";
            // Two lists in a row would become one, and an item after a quotation part of it, without something between them.
            var quote = string.Concat(Enumerable.Repeat("> ", block.QuotationDepth));
            var indent = new string(' ', 4 * Math.Max(0, block.ListDepth - (block.Marker is null ? 0 : 1)));
            var first = indent + (block.Marker is null ? "" : (block.Marker == "•" ? "-" : block.Marker).PadRight(3) + " ") + quote;
            var rest = new string(' ', 4 * block.ListDepth) + quote;
            var lines = Content(block).Split('\n');
            for (var i = 0; i < lines.Length; i++) yield return ((i == 0 ? first : rest) + lines[i]).TrimEnd();
            before = block;
        }
    }

    private static string Content(CommentBlock block)
    {
        if (block.Kind == CommentBlockKind.Rule) return "---";
        if (block.Kind == CommentBlockKind.Code)
        {
            var fence = Fence(block.PlainText, 3);
            return $"{fence}\n{block.PlainText}\n{fence}";
        }

        var output = new StringBuilder();
        for (var i = 0; i < block.Runs.Count; i++)
            Append(output, block.Runs[i], i + 1 < block.Runs.Count ? block.Runs[i + 1].Text.FirstOrDefault(' ') : null);
        return MarkdownText.AtLineStart(output.ToString());
    }

    private static void Append(StringBuilder output, CommentRun run, char? next)
    {
        if (run.Code)
        {
            var fence = Fence(run.Text, 1);
            var pad = run.Text.StartsWith('`') || run.Text.EndsWith('`') ? " " : "";
            output.Append(fence).Append(pad).Append(run.Text).Append(pad).Append(fence);
            return;
        }

        if (run.Link is not null)
        {
            if (output is [.., '!']) output.Insert(output.Length - 1, '\\');
            output.Append('[');
        }

        var lines = run.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) output.Append("\\\n");
            MarkdownText.AppendStyled(output, lines[i], run.Bold, run.Italic, i + 1 < lines.Length ? ' ' : run.Link is null ? next : ']');
        }

        if (run.Link is not null) output.Append("](").Append(MarkdownText.Destination(run.Link)).Append(')');
    }

    private static string Fence(string text, int least)
    {
        var longest = 0;
        var length = 0;
        foreach (var c in text) longest = Math.Max(longest, length = c == '`' ? length + 1 : 0);
        return new string('`', Math.Max(least, longest + 1));
    }
}
