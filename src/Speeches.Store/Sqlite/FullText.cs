using System.Globalization;
using System.Text;

namespace Speeches.Store.Sqlite;

/// <summary>What is typed into a search box, as an FTS5 expression of quoted words and phrases only.</summary>
internal static class FullText
{
    /// <summary>The longest query that is looked at, in UTF-16 code units; the rest is ignored.</summary>
    public const int MaximumLength = 500;

    /// <summary>Stands before what was found: a noncharacter, which no text has a use for.</summary>
    public const char Open = '\uFDD0';

    /// <summary>Stands after what was found.</summary>
    public const char Close = '\uFDD1';

    /// <summary>
    /// How many entries at most have yet to be put into the index; 0 where it is in step. They are those above the highest that it
    /// knows: what it knows is changed there at once.
    /// </summary>
    public const string Waiting = """
        SELECT coalesce((SELECT max(id) FROM search_entries), 0) - coalesce((SELECT max(id) FROM search_docsize), 0)
        """;

    /// <summary>Puts the entries that wait into the index.</summary>
    public const string CatchUp = """
        INSERT INTO search (rowid, text, who)
        SELECT id, text, who FROM search_entries WHERE id > (SELECT coalesce(max(id), 0) FROM search_docsize) ORDER BY id
        """;

    private const int MostTerms = 24;

    /// <summary>The words and "phrases" typed, each quoted so that nothing in it is an operator; without those that hold no letter or digit.</summary>
    public static IReadOnlyList<string> Terms(string? query)
    {
        var terms = new List<string>();
        var text = query is null ? "" : query.Length > MaximumLength ? query[..MaximumLength] : query;
        var pieces = text.Split('"', '“', '”');
        for (var i = 0; i < pieces.Length && terms.Count < MostTerms; i++)
        {
            // Between an odd mark and the next stands a phrase; after a last mark that has no partner stand plain words.
            var isPhrase = i % 2 == 1 && i < pieces.Length - 1;
            foreach (var term in isPhrase ? [pieces[i]] : pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (terms.Count < MostTerms && HasWord(term))
                    terms.Add($"\"{term.Replace('\0', ' ')}\"");
            }
        }

        return terms;
    }

    /// <summary>The expression under which all terms must match, or null where there is nothing to search for.</summary>
    public static string? Match(string? query) => Terms(query) is { Count: > 0 } terms ? string.Join(" AND ", terms) : null;

    /// <summary>The condition that a row of <c>search AS f</c> matches the expression in a parameter.</summary>
    public static string Matches(string parameter) => $"f.search MATCH @{parameter}";

    /// <summary>How well a row of <c>search AS f</c> matches: lower is better.</summary>
    public const string Rank = "f.rank";

    /// <summary>The text of a row of <c>search AS f</c> with the words found between <see cref="Open"/> and <see cref="Close"/>.</summary>
    public static string Marked => $"highlight(search, 0, '{Open}', '{Close}')";

    /// <summary>The condition that a row of <c>search_entries</c> matches the expression in a parameter.</summary>
    public static string EntryMatches(string alias, string parameter) =>
        $"{alias}.id IN (SELECT rowid FROM search WHERE search MATCH @{parameter})";

    // What the tokenizer takes for words: letters, digits and private-use characters.
    private static bool HasWord(string term) => term.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.PrivateUse);
}
