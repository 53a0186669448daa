using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;
using Speeches.Annotations;

namespace Speeches.Formats;

/// <summary>A person named in a comment, see <see cref="Mentions"/>.</summary>
/// <param name="name">Without the brackets.</param>
internal sealed class MentionInline(string name) : LeafInline
{
    /// <summary>"@Name": what a reader sees.</summary>
    public string Words { get; } = "@" + name;
}

/// <summary>Has Markdig see <c>@[Name]</c>.</summary>
internal sealed class MentionParser : InlineParser, IMarkdownExtension
{
    public MentionParser() => OpeningCharacters = ['@'];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Mentions.At(slice.Text.AsSpan(0, slice.End + 1), slice.Start, out var length) is not { } name)
            return false;
        processor.Inline = new MentionInline(name);
        slice.Start += length;
        return true;
    }

    /// <inheritdoc />
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, this);

    /// <inheritdoc />
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Comments are written by CommentMarkdownHtml and CommentMarkdownBlocks.
    }
}
