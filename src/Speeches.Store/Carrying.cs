using System.Data.Common;
using Speeches.Annotations;

namespace Speeches.Store;

/// <summary>
/// Finds where threads stand on a version, from where they stood before: each from the newest version on which it has a place. The words
/// of a text in another language are other words; so nothing is carried from one language into another.
/// </summary>
internal sealed class Carrying
{
    private readonly long _speechId;
    private readonly SpeechText _to;
    private readonly Func<int, SpeechText> _textOf;
    private readonly Dictionary<int, (Reanchoring Reanchoring, Dictionary<string, Block> Blocks)> _from = [];
    private readonly Dictionary<string, int> _positions;

    /// <param name="speechId">The speech.</param>
    /// <param name="to">The version to carry to.</param>
    /// <param name="textOf">Its other versions, by number.</param>
    public Carrying(long speechId, SpeechText to, Func<int, SpeechText> textOf)
    {
        (_speechId, _to, _textOf) = (speechId, to, textOf);
        _positions = to.Blocks.Index().ToDictionary(block => block.Item.Id, block => block.Index, StringComparer.Ordinal);
    }

    /// <summary><see cref="Languages.AreSame"/> as a condition on two columns.</summary>
    public static string InSameLanguage(string one, string other)
    {
        return $"coalesce({Primary(one)} = {Primary(other)}, TRUE)";

        static string Primary(string column) => $"lower(substr({column} || '-', 1, instr({column} || '-', '-')))";
    }

    /// <summary>Where a root stands on the version, or null where it has no part in it.</summary>
    public CarriedRow? Carry(ThreadRoot root)
    {
        var last = root.Carried.Count > 0 ? root.Carried[^1] : null;
        var placed = root.Carried.FindLast(standing => standing.Anchor is not null);
        var from = placed?.Version ?? root.MadeOn;
        if (!Languages.AreSame(_textOf(from).Language, _to.Language))
            return null;

        var original = Anchor(root.MadeOn, root.Made);
        var standing = placed is null ? original : Anchor(placed.Version, placed.Anchor!);
        var carried = AnchorStanding.After(original, From(from).Reanchoring.Carry(standing), placed?.Decision is not null);
        // What was let go once is not asked about again as long as no text brings its words back.
        if (carried.Place is null && last?.Decision == AnchorDecision.Released)
            return null;
        return new(root.Id, _speechId, _to.Version, carried with { Score = Math.Round(carried.Score, 3) }, carried.Place is { } place ? _positions[place.BlockId] : null);
    }

    /// <summary>Carries a thread that was just begun on an older version to those that came after it.</summary>
    /// <returns>The root where it stands now.</returns>
    public static async Task<Annotation> CarryOn(DbConnection connection, Annotation made)
    {
        var texts = await TextRow.ReadAll(connection, made.SpeechId);
        foreach (var to in texts.Values.Where(text => text.Version > made.Version).OrderBy(text => text.Version))
        {
            var root = ThreadRoots.Read(connection, made.SpeechId, made.Id).Single();
            if (new Carrying(made.SpeechId, to, version => texts[version]).Carry(root) is { } row)
                CarriedAnchors.Write(connection, row, root.Revision + 1, actorId: null, made.Created);
        }

        await SearchEntries.MoveAnnotations(connection, made.SpeechId, made.Id);
        return AnnotationRows.Find(connection, made.Id)!.ToAnnotation();
    }

    /// <summary>The anchor whose words on a whole block are the block's.</summary>
    private TextAnchor Anchor(int version, KeptAnchor kept) => new()
    {
        BlockId = kept.BlockId,
        Start = kept.Start,
        End = kept.End,
        Exact = kept.Exact ?? (From(version).Blocks.TryGetValue(kept.BlockId, out var block) ? block.Text : ""),
        Prefix = kept.Prefix ?? "",
        Suffix = kept.Suffix ?? "",
    };

    private (Reanchoring Reanchoring, Dictionary<string, Block> Blocks) From(int version)
    {
        if (!_from.TryGetValue(version, out var from))
        {
            var text = _textOf(version);
            _from[version] = from = (new(text.Blocks, _to.Blocks), text.Blocks.ToDictionary(block => block.Id, StringComparer.Ordinal));
        }

        return from;
    }
}
