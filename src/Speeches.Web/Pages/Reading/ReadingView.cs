using Speeches.Annotations;
using Speeches.Store;

namespace Speeches.Web.Pages.Reading;

/// <summary>
/// A speech as one reader sees it: the text and the threads they may see. The reading page shows all of it; a change made with
/// script gets back one <see cref="Passage"/> and the <c>_Discussion</c>, made from the same view.
/// </summary>
internal sealed class ReadingView
{
    private readonly Dictionary<string, List<AnnotationThread>> _byBlock = [];
    private readonly List<AnnotationThread> _elsewhere = [];

    private ReadingView(Speech speech, SpeechText text, bool isFixed, Actor? actor, string? show, IReadOnlyList<AnnotationThread> threads)
    {
        (Speech, Text, IsFixed, Actor, Threads) = (speech, text, isFixed, actor, threads);
        Show = show == "unresolved" || (show == "mine" && actor is not null) ? show : null;

        var blocks = text.Blocks.Where(block => block.CanBeAnnotated).Select(block => block.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var thread in threads)
        {
            // Anchors count in the version they were made on: on another one they would point at other words.
            if (thread.Root.Version != text.Version || !blocks.Contains(thread.Root.Anchor.BlockId))
                _elsewhere.Add(thread);
            else if (_byBlock.TryGetValue(thread.Root.Anchor.BlockId, out var there))
                there.Add(thread);
            else
                _byBlock[thread.Root.Anchor.BlockId] = [thread];
        }
    }

    /// <summary>The speech.</summary>
    public Speech Speech { get; }

    /// <summary>The version of its text that is shown.</summary>
    public SpeechText Text { get; }

    /// <summary>Whether the address names the version, so that it stays when another becomes current.</summary>
    public bool IsFixed { get; }

    /// <summary>Who reads; null for an anonymous reader.</summary>
    public Actor? Actor { get; }

    /// <summary>The filter on threads: <c>unresolved</c>, <c>mine</c>, or null for all.</summary>
    public string? Show { get; }

    /// <summary>All threads that the reader may see, whatever the filter.</summary>
    public IReadOnlyList<AnnotationThread> Threads { get; }

    /// <summary>Threads on other versions of the text, under the filter.</summary>
    public IEnumerable<AnnotationThread> Elsewhere => _elsewhere.Where(IsShown);

    /// <summary>The path of the page.</summary>
    public string Address => IsFixed ? $"/speeches/{Speech.Slug}/v/{Text.Version}" : $"/speeches/{Speech.Slug}";

    /// <summary>Loads the view of a speech, or null where there is no such speech or version.</summary>
    public static async Task<ReadingView?> Load(
        SpeechStore speeches, AnnotationStore annotations, string slug, int? version, Actor? actor, string? show)
    {
        if (await speeches.Find(slug) is not { } speech || await speeches.Text(speech.Id, version ?? speech.Version) is not { } text)
            return null;
        return new ReadingView(speech, text, version is not null, actor, show, await annotations.Threads(speech.Id, actor));
    }

    /// <summary>A block with what lies on it, under the filter.</summary>
    public Passage Passage(Block block) => new(this, block, On(block.Id).Where(IsShown).ToList());

    /// <summary>All threads on a block, whatever the filter.</summary>
    public IReadOnlyList<AnnotationThread> On(string blockId) => _byBlock.TryGetValue(blockId, out var threads) ? threads : [];

    /// <summary>Whether a person wrote in the thread.</summary>
    public static bool IsBy(AnnotationThread thread, Actor? actor) =>
        actor is not null && (thread.Root.Author.Id == actor.Id || thread.Replies.Any(reply => reply.Author.Id == actor.Id));

    private bool IsShown(AnnotationThread thread) => Show switch
    {
        "unresolved" => thread.Root.Resolution is null,
        "mine" => IsBy(thread, Actor),
        _ => true,
    };
}

/// <summary>A block that can be annotated, with the threads to show on it.</summary>
/// <param name="View">Of which it is a part.</param>
/// <param name="Block">The block.</param>
/// <param name="Threads">In order; without those that the filter leaves out.</param>
internal sealed record Passage(ReadingView View, Block Block, IReadOnlyList<AnnotationThread> Threads)
{
    /// <summary>
    /// How many threads stand open before the rest is folded: a few, and fewer where the speech is so much discussed that the
    /// margin would run away from the text. One alone is never folded.
    /// </summary>
    public int Unfolded => Threads.Count <= Limit + 1 ? Threads.Count : Limit;

    private int Limit => View.Threads.Count > 30 ? 1 : 3;

    /// <summary>Replies shown at once in one thread; with more of them all but the last few are folded.</summary>
    public const int UnfoldedReplies = 4;

    /// <summary>Annotations and replies shown.</summary>
    public int Count => Threads.Sum(thread => thread.Count);

    /// <summary>"paragraph 7", "note 2": what to call the block in a sentence.</summary>
    public string Name => NameOf(Block);

    /// <summary>"¶ 7", "note 2": what to call the block where there is little room.</summary>
    public static string ShortNameOf(Block block) => block.Kind switch
    {
        BlockKind.BlockQuotation => "quotation",
        BlockKind.ListItem => $"item {block.Marker}".TrimEnd(),
        BlockKind.Footnote => NameOf(block),
        _ => block.Number is { } number ? $"¶ {number}" : block.Id,
    };

    /// <inheritdoc cref="Name"/>
    public static string NameOf(Block block) => block.Kind switch
    {
        BlockKind.Paragraph when block.Number is { } number => $"paragraph {number}",
        BlockKind.BlockQuotation => "this quotation",
        BlockKind.ListItem => "this list item",
        BlockKind.Footnote => $"note {block.Marker}".TrimEnd(),
        _ => "this paragraph",
    };
}
