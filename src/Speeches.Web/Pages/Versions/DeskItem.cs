using Speeches.Annotations;
using Speeches.Comparing;

namespace Speeches.Web.Pages.Versions;

/// <summary>A thread that waits for a decision.</summary>
/// <param name="Thread">With its root as it stands on the version.</param>
/// <param name="MadeOn">The text that it was made on.</param>
/// <param name="Candidates">Places that are like it, the likest first.</param>
internal sealed record DeskItem(AnnotationThread Thread, SpeechText MadeOn, IReadOnlyList<AnchorCandidate> Candidates)
{
    /// <summary>The annotation.</summary>
    public Annotation Root => Thread.Root;

    /// <summary>The anchor as it was made.</summary>
    public TextAnchor Original => Root.Carriage!.Original;

    /// <summary>The block that it was made on, with the one before and the one after.</summary>
    public IEnumerable<Block> Around
    {
        get
        {
            var at = MadeOn.Blocks.TakeWhile(block => block.Id != Original.BlockId).Count();
            return MadeOn.Blocks.Skip(Math.Max(0, at - 1)).Take(at == 0 ? 2 : 3);
        }
    }
}

/// <summary>What a person decided, as the form sends it.</summary>
internal sealed class Choice
{
    /// <summary>The annotation.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its revision when it was shown.</summary>
    public int Revision { get; set; }

    /// <summary><c>place</c>, <c>keep</c> or <c>release</c>.</summary>
    public string? Act { get; set; }

    /// <summary>A candidate ("p7", "p7:12:40"), or <c>other</c>.</summary>
    public string? Place { get; set; }

    /// <summary>For <c>other</c>: the number of a paragraph, or a block's id.</summary>
    public string? Block { get; set; }

    /// <summary>For <c>other</c>: the words there; empty for the whole paragraph.</summary>
    public string? Words { get; set; }

    /// <summary>The place that was chosen.</summary>
    /// <exception cref="SpeechesError"><see cref="ErrorKind.Refused"/> where it is none.</exception>
    public Store.Placement Placement(SpeechText text)
    {
        if (Place is null or "")
            throw Refused("Choose where the annotation stands. Nothing was changed.", "place");
        if (Place != "other")
        {
            return BlockRange.TryParse(Place, out var chosen)
                ? new(text.Version, chosen.BlockId, chosen.Start, chosen.End)
                : throw Refused("That is no place in this version. Nothing was changed.", "place");
        }

        var named = Block?.Trim() ?? "";
        var block = (int.TryParse(named, out var number) ? text.Paragraph(number) : text.Find(named))
            ?? throw Refused($"There is no paragraph “{named}” in version {text.Version}. Nothing was changed.", "block");
        if (string.IsNullOrWhiteSpace(Words))
            return new(text.Version, block.Id);
        var range = BlockRange.OfWords(block, Words);
        return new(text.Version, block.Id, range.Start, range.End);
    }

    private static SpeechesError Refused(string message, string field) => new(ErrorKind.Refused, message, field);
}
