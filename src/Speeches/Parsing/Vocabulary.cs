using System.Buffers;

namespace Speeches.Parsing;

/// <summary>
/// The words of one language that the parser goes by. A language is data: one more instance, and its stop words in
/// <see cref="LanguageDetector"/>. Case never matters.
/// </summary>
internal sealed record Vocabulary
{
    /// <summary>Organizations whose name alone is the first line of a letterhead.</summary>
    internal required WordSet Organizations { get; init; }

    /// <summary>What the name of an office on a letterhead begins with.</summary>
    internal required string[] OfficeBeginnings { get; init; }

    /// <summary>The noun of a kind of address ("remarks", "statement").</summary>
    internal required WordSet Kinds { get; init; }

    /// <summary>Words that may stand before the noun of a kind ("opening").</summary>
    internal required WordSet KindModifiers { get; init; }

    /// <summary>What may follow a kind and leads to who speaks ("by", "of").</summary>
    internal required WordSet LeadsToSpeaker { get; init; }

    /// <summary>What may follow a kind and leads to where and when it was given ("at", "before").</summary>
    internal required WordSet LeadsToOccasion { get; init; }

    /// <summary>What may follow a kind and leads to the subject ("on").</summary>
    internal required WordSet LeadsToSubject { get; init; }

    /// <summary>What stands before a name ("Mr.", "H.E.").</summary>
    internal required WordSet Honorifics { get; init; }

    /// <summary>Nouns of offices held ("President", "Counsel").</summary>
    internal required WordSet Offices { get; init; }

    /// <summary>"and".</summary>
    internal required string And { get; init; }

    /// <summary>"on behalf of".</summary>
    internal required string OnBehalfOf { get; init; }

    /// <summary>What leads to who read the speech out.</summary>
    internal required string[] DeliveredBy { get; init; }

    /// <summary>What a line that names the occasion begins with.</summary>
    internal required string[] OccasionBeginnings { get; init; }

    /// <summary>Words that tell of a session or a meeting anywhere in a line.</summary>
    internal required WordSet OccasionWords { get; init; }

    /// <summary>Cities and buildings that a line of place begins with.</summary>
    internal required string[] Places { get; init; }

    /// <summary>Printed notes that are no part of the speech.</summary>
    internal required string[] Notes { get; init; }

    /// <summary>The first word of a salutation.</summary>
    internal required WordSet SalutationBeginnings { get; init; }

    /// <summary>Offices that are addressed by title alone ("Chair", "President").</summary>
    internal required WordSet Addressed { get; init; }

    /// <summary>Months by their name, from 1.</summary>
    internal required Dictionary<string, int> Months { get; init; }

    /// <summary>Days of the week.</summary>
    internal required WordSet Weekdays { get; init; }

    /// <summary>Short words that stay lower-case in names and titles and join their parts.</summary>
    internal required WordSet FunctionWords { get; init; }

    /// <summary>Words that a line cannot end with, so that the next line goes on.</summary>
    internal required WordSet OpenEnded { get; init; }

    /// <summary>Words whose full stop does not end a sentence, without it.</summary>
    internal required WordSet Abbreviations { get; init; }

    /// <summary>What keeps its hyphen at the end of a line ("non-").</summary>
    internal required WordSet HyphenPrefixes { get; init; }

    /// <summary>What a suspended hyphen is followed by ("short- and long-term").</summary>
    internal required WordSet SuspendedBy { get; init; }

    /// <summary>Verbs that introduce another's words.</summary>
    internal required WordSet SpeechVerbs { get; init; }

    /// <summary>What may stand between a subject and its verb.</summary>
    internal required WordSet Auxiliaries { get; init; }

    /// <summary>Words that a new clause begins with.</summary>
    internal required WordSet ClauseBeginnings { get; init; }

    /// <summary>"which", "who".</summary>
    internal required WordSet Relatives { get; init; }

    /// <summary>Pronouns of the speaker.</summary>
    internal required WordSet FirstPerson { get; init; }

    /// <summary>Pronouns that stand for somebody named before.</summary>
    internal required WordSet ThirdPerson { get; init; }

    /// <summary>"its", "his".</summary>
    internal required WordSet Possessives { get; init; }

    /// <summary>What a noun phrase begins with.</summary>
    internal required WordSet Determiners { get; init; }

    /// <summary>"by".</summary>
    internal required WordSet Agents { get; init; }

    /// <summary>What leads straight to who is quoted ("according to").</summary>
    internal required string[] Sources
    {
        get;
        init
        {
            field = value;
            AnySource = SearchValues.Create(value, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>All of <see cref="Sources"/>, to be looked for at once: most sentences hold none.</summary>
    internal SearchValues<string> AnySource { get; private init; } = SearchValues.Create([], StringComparison.Ordinal);

    /// <summary>Capitalised words at the start of a sentence that name nobody ("However").</summary>
    internal required WordSet SentenceAdverbs { get; init; }

    /// <summary>What stands before a title ("entitled").</summary>
    internal required WordSet TitleSigns { get; init; }

    /// <summary>What stands before words that are only held at a distance ("so-called", "the term").</summary>
    internal required WordSet MentionSigns { get; init; }

    /// <summary>Whether a word stands for a person or a thing.</summary>
    internal bool Pronoun(ReadOnlySpan<char> word) => FirstPerson.Contains(word) || ThirdPerson.Contains(word);

    /// <summary>The words of a language; English where nothing better is known.</summary>
    internal static Vocabulary For(string? language) => language switch
    {
        _ => EnglishWords.Vocabulary,
    };
}
