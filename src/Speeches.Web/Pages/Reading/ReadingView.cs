using System.Globalization;
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
    private readonly List<AnnotationThread> _unplaced = [];
    private readonly List<AnnotationThread> _elsewhere;
    private readonly long? _group;

    private ReadingView(
        Speech speech, SpeechText text, IReadOnlyList<TextVersion> versions, bool isFixed, Actor? actor, string? show,
        IReadOnlyList<AnnotationThread> threads, List<AnnotationThread> elsewhere)
    {
        (Speech, Text, Versions, IsFixed, Actor, Threads, _elsewhere) = (speech, text, versions, isFixed, actor, threads, elsewhere);
        _group = GroupIn(show) is { } group && actor?.Groups.ContainsKey(group) == true ? group : null;
        Show = show == "unresolved" || (show == "mine" && actor is not null) || _group is not null ? show : null;

        foreach (var thread in threads)
        {
            if (thread.Root.Place is not { BlockId: var block })
                _unplaced.Add(thread);
            else if (_byBlock.TryGetValue(block, out var there))
                there.Add(thread);
            else
                _byBlock[block] = [thread];
        }
    }

    /// <summary>The speech.</summary>
    public Speech Speech { get; }

    /// <summary>The version of its text that is shown.</summary>
    public SpeechText Text { get; }

    /// <summary>All versions of its text, oldest first.</summary>
    public IReadOnlyList<TextVersion> Versions { get; }

    /// <summary>Whether the address names the version, so that it stays when another becomes current.</summary>
    public bool IsFixed { get; }

    /// <summary>Who reads; null for an anonymous reader.</summary>
    public Actor? Actor { get; }

    /// <summary>The filter on threads: <c>unresolved</c>, <c>mine</c>, <c>group:ID</c> of one of the reader's groups, or null for all.</summary>
    public string? Show { get; }

    /// <summary>The reader's groups that have threads here, by name, and how many.</summary>
    public IEnumerable<(string Show, string Name, int Count)> Groups => Threads
        .Where(thread => thread.Root.Audience.GroupId is not null)
        .GroupBy(thread => thread.Root.Audience)
        .Select(group => ($"group:{group.Key.GroupId}", group.Key.Group!, group.Count()))
        .OrderBy(group => group.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>All threads that have a part in this version and that the reader may see, whatever the filter.</summary>
    public IReadOnlyList<AnnotationThread> Threads { get; }

    /// <summary>Threads whose words have no place in this version, under the filter.</summary>
    public IEnumerable<AnnotationThread> Unplaced => _unplaced.Where(IsShown);

    /// <summary>Threads that have no part in this version, where they stand now; under the filter.</summary>
    public IEnumerable<AnnotationThread> Elsewhere => _elsewhere.Where(IsShown);

    /// <summary>The number of the last event before the view was read: with it one asks for what came after. Null where nobody will.</summary>
    public long? LastEvent { get; init; }

    /// <summary>The day as it stood at the end of which it is shown; null for as it is now.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>The path of the page.</summary>
    public string Address => IsFixed ? $"/speeches/{Speech.Slug}/v/{Text.Version}" : $"/speeches/{Speech.Slug}";

    /// <summary>Loads the view of a speech, or null where there is no such speech or version.</summary>
    public static async Task<ReadingView?> Load(
        SpeechStore speeches, AnnotationStore annotations, GroupStore groups, string slug, int? version, Actor? actor, string? show, long? lastEvent = null)
    {
        if (actor is not null)
            actor = await groups.With(actor);
        if (await speeches.Find(slug) is not { } speech || await speeches.Text(speech.Id, version ?? speech.Version) is not { } text)
            return null;
        var (isFixed, versions) = (version is not null, await speeches.Versions(speech.Id));
        var now = await annotations.Threads(speech.Id, actor);
        if (now.All(thread => thread.Root.Version == text.Version))
            return new ReadingView(speech, text, versions, isFixed, actor, show, now, []) { LastEvent = lastEvent };
        var threads = await annotations.Threads(speech.Id, actor, version: text.Version);
        var here = threads.Select(thread => thread.Root.Id).ToHashSet(StringComparer.Ordinal);
        return new ReadingView(speech, text, versions, isFixed, actor, show, threads, [.. now.Where(thread => !here.Contains(thread.Root.Id))]) { LastEvent = lastEvent };
    }

    /// <summary>Loads the view of a speech as it stood at the end of a day (UTC), for reading only; null where it was not there yet.</summary>
    public static async Task<ReadingView?> LoadPast(SpeechStore speeches, PastThreads past, string slug, DateOnly day, Actor? actor)
    {
        if (await speeches.Find(slug) is not { } speech || day == DateOnly.MaxValue)
            return null;
        var before = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var versions = await speeches.Versions(speech.Id);
        var then = versions.LastOrDefault(version => version.Imported < before && Languages.AreSame(version.Language, speech.Header.Language));
        if (then is null || await speeches.Text(speech.Id, then.Version) is not { } text)
            return null;
        var threads = await past.On(speech.Id, text.Version, actor, before);
        return new ReadingView(speech, text, versions, isFixed: text.Version != speech.Version, actor: null, show: null, threads, []) { Day = day };
    }

    /// <summary>A block with what lies on it, under the filter.</summary>
    public Passage Passage(Block block) => new(this, block, On(block.Id).Where(IsShown).ToList());

    /// <summary>All threads on a block, whatever the filter.</summary>
    public IReadOnlyList<AnnotationThread> On(string blockId) => _byBlock.TryGetValue(blockId, out var threads) ? threads : [];

    /// <summary>The thread that holds an annotation on this version, whatever the filter; or null.</summary>
    public AnnotationThread? ThreadOf(Annotation annotation) =>
        Threads.FirstOrDefault(thread => thread.Root.Id == (annotation.ParentId ?? annotation.Id));

    /// <summary>Whether a person wrote in the thread.</summary>
    public static bool IsBy(AnnotationThread thread, Actor? actor) =>
        actor is not null && (thread.Root.Author.Id == actor.Id || thread.Replies.Any(reply => reply.Author.Id == actor.Id));

    private static long? GroupIn(string? show) =>
        show?.StartsWith("group:", StringComparison.Ordinal) == true
        && long.TryParse(show.AsSpan("group:".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private bool IsShown(AnnotationThread thread) => Show switch
    {
        _ when _group is { } group => thread.Root.Audience.GroupId == group,
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
