using System.Buffers;

namespace Speeches.Parsing;

/// <summary>
/// The words of one language that the parser goes by. A language is data: one more instance, and its stop words in
/// <see cref="LanguageDetector"/>. Case never matters. A language other than English holds the English words of a header too, behind
/// its own: letterheads are in two languages more often than not.
/// </summary>
internal sealed partial record Vocabulary
{
    /// <summary>Organizations whose name alone is the first line of a letterhead.</summary>
    internal required WordSet Organizations { get; init; }

    /// <summary>What the name of an office on a letterhead begins with.</summary>
    internal required string[] OfficeBeginnings { get; init => field = Accents.Both(value); }

    /// <summary>What the name of an office on a letterhead ends with, where it is one word with its state's ("代表团").</summary>
    internal string[] OfficeNameEnds { get; init; } = [];

    /// <summary>What a line begins with that goes on with the line above it ("لل", "of the").</summary>
    internal string[] AboveBeginnings { get; init => field = Accents.Both(value); } = [];

    /// <summary>The noun of a kind of address ("remarks", "statement").</summary>
    internal required WordSet Kinds { get; init; }

    /// <summary>Words that may stand before the noun of a kind ("opening").</summary>
    internal required WordSet KindModifiers { get; init; }

    /// <summary>What may stand behind the noun of a kind ("d'ouverture").</summary>
    internal string[] KindTails { get; init => field = Accents.Both(value); } = [];

    /// <summary>What a line ends with that tells its kind there ("的发言"), the kind alone after the first letter.</summary>
    internal string[] KindsAtEnd { get; init; } = [];

    /// <summary>Honorifics and titles that stand behind a name with nothing between ("先生").</summary>
    internal string[] HonorificsBehind { get; init; } = [];

    /// <summary>Nouns of offices that end their words with nothing between them and a name ("外交部长王毅").</summary>
    internal string[] OfficeEnds { get; init; } = [];

    /// <summary>What a press service prints before a kind ("Following is the text of").</summary>
    internal string[] LeadIns { get; init => field = Accents.Both(value); } = [];

    /// <summary>What stands right before the kind in such a line ("the full text of the").</summary>
    internal string[] TextOf { get; init => field = Accents.Both(value); } = [" text of the ", " text of "];

    /// <summary>First letters of Chinese family names.</summary>
    internal SearchValues<char> Surnames { get; init; } = SearchValues.Create("");

    /// <summary>What may follow a kind and leads to who speaks ("by", "of").</summary>
    internal required WordSet LeadsToSpeaker { get; init; }

    /// <summary>What may follow a kind and leads to where and when it was given ("at", "before").</summary>
    internal required WordSet LeadsToOccasion { get; init; }

    /// <summary>What may follow a kind and leads to the subject ("on").</summary>
    internal required WordSet LeadsToSubject { get; init; }

    /// <summary>What stands before a name ("Mr.", "H.E.").</summary>
    internal required WordSet Honorifics { get; init; }

    /// <summary>Honorifics of several words ("S. Exc.").</summary>
    internal string[] HonorificPhrases { get; init; } = ["H. E.", "S. Exc.", "S. E.", "S. M.", "S. A. R.", "Е. П.", "Rt. Hon.", "The Right Honourable",
        "Right Honourable", "The Honourable", "The Hon."];

    /// <summary>What leads to the subject behind who speaks (", on agenda item").</summary>
    internal string[] SubjectLeads { get; init => field = Accents.Both(value); } = [", on ", " on agenda item", " on item ", " on the report ", " under item ",
        " on the topic ", " on the theme ", " on the subject ", ", regarding ", " entitled "];

    /// <summary>What may stand before an honorific ("His" Excellency).</summary>
    internal WordSet HonorificLeads { get; init; } = new("His Her The Son Sa Su Его Её Ее");

    /// <summary>Ranks between an honorific and a name, which are offices where an adjective follows ("المستشار").</summary>
    internal WordSet Ranks { get; init; } = new("");

    /// <summary>Adjectives that make an office of a rank ("القانوني").</summary>
    internal WordSet RankTails { get; init; } = new("");

    /// <summary>Letters behind a name ("MP", "OBE").</summary>
    internal WordSet PostNominals { get; init; } = new("MP M.P. M.P MEP OBE O.B.E. CBE C.B.E. MBE DBE KBE GBE CMG KCMG GCMG KC QC K.C. Q.C. S.C. PhD Ph.D. Ph.D LLD LL.D. LLM LL.M. JP J.P. Esq Esq. "
        + "EGH CBS EBS MBS MGH OON CFR GCFR GCON CSM KBE DCNZM ONZM CNZM");

    /// <summary>Adjectives that an office begins with, before its noun ("Permanent").</summary>
    internal WordSet OfficeModifiers { get; init; } = new("Permanent Deputy Assistant Associate Senior Special Principal Additional Acting Foreign Federal Vice Prime Executive Legal First Chief "
        + "Permanente Постоянный Постоянного Постоянная");

    /// <summary>Words behind "and" that go on with the same office ("Extraordinary and Plenipotentiary").</summary>
    internal WordSet OneOffice { get; init; } = new("Plenipotentiary plénipotentiaire Plenipotenciario Plenipotenciaria");

    /// <summary>What an office may be of, with the name right behind it ("Presidente de la Nación …").</summary>
    internal WordSet OfficeFields { get; init; } = new("Nación Gobierno Estado Gouvernement Government");

    /// <summary>Bodies that a speech is held before.</summary>
    internal WordSet Bodies { get; init; } = new("committee commission council assembly panel forum");

    /// <summary>Nouns of offices held ("President", "Counsel").</summary>
    internal required WordSet Offices { get; init; }

    /// <summary>"and".</summary>
    internal required string And { get; init; }

    /// <summary>"on behalf of".</summary>
    internal required string[] OnBehalfOf { get; init => field = Accents.Both(value); }

    /// <summary>What leads to who read the speech out.</summary>
    internal required string[] DeliveredBy { get; init => field = Accents.Both(value); }

    /// <summary>What a line that names the occasion begins with.</summary>
    internal required string[] OccasionBeginnings { get; init => field = Accents.Both(value); }

    /// <summary>Words that tell of a session or a meeting anywhere in a line.</summary>
    internal required WordSet OccasionWords { get; init; }

    /// <summary>Nouns of events that tell of an occasion behind what leads to one ("at the opening"), not by themselves.</summary>
    internal WordSet Events { get; init; } = new("");

    /// <summary>Nouns of rooms and houses beside a date ("Hall").</summary>
    internal WordSet Rooms { get; init; } = new("Hall Room Chamber School University Building Palace Palais Salle Sala Auditorium Theatre Theater Hotel Embassy Centre Center "
        + "Library Museum Library Зал зал قاعة القاعة فندق Palacio Salón Amphithéâtre");

    /// <summary>What a line begins with, before a number, that names an item of an agenda.</summary>
    internal string[] ItemBeginnings { get; init; } = ["Agenda item ", "Agenda items ", "Item ", "Items ", "Point ", "Points ", "Tema ", "Temas ", "Пункт ", "Пункты ",
        "По пункту ", "البند ", "البند", "议程项目", "议题", "Cluster "];

    /// <summary>Cities and buildings that a line of place begins with.</summary>
    internal required string[] Places
    {
        get;
        init
        {
            field = Accents.Both(value);
            AnyPlace = SearchValues.Create(field, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>All of <see cref="Places"/>, to be looked for at once: most lines hold none.</summary>
    internal SearchValues<string> AnyPlace { get; private init; } = SearchValues.Create([], StringComparison.Ordinal);

    /// <summary>Words for the day on which a press service prints a speech ("today").</summary>
    internal WordSet Today { get; init; } = new("today yesterday aujourd'hui aujourd’hui hier hoy ayer сегодня вчера اليوم أمس");

    /// <summary>What is named after the city that it was adopted in ("Rome Statute").</summary>
    internal WordSet NamedAfterPlaces { get; init; } = new("Convention Conventions Statute Agreement Agreements Protocol Protocols Declaration Declarations Principles Rules "
        + "Process Consensus Platform Programme Plan Treaty Charter Document Guidelines Accord Accords Statement Call Commitment Conference Pact Action");

    /// <summary>Printed notes that are no part of the speech.</summary>
    internal required string[] Notes { get; init => field = Accents.Both(value); }

    /// <summary>The first word of a salutation.</summary>
    internal required WordSet SalutationBeginnings { get; init; }

    /// <summary>Offices that are addressed by title alone ("Chair", "President").</summary>
    internal required WordSet Addressed { get; init; }

    /// <summary>Titles that somebody is addressed with by name ("Professor Example,").</summary>
    internal WordSet PersonalTitles { get; init; } = new("President Vice-President Professor Judge Ambassador Dame Sir Lord Lady Minister "
        + "Chair Chairman Justice Madam Madame Prosecutor Registrar Commissioner Secretary-General Dean Senator Governor Mayor");

    /// <summary>Salutations that are told by more than their first word, or are written without spaces ("各位").</summary>
    internal string[] SalutationStarts { get; init => field = Accents.Both(value); } = [];

    /// <summary>What some print above everything else ("بسم الله الرحمن الرحيم").</summary>
    internal WordSet Invocations { get; init; } = new("بسم الله الرحمن الرحيم|بسم هللا الرحمن الرحيم|بسم الله");

    /// <summary>Words of thanks that an address may follow ("Thank you").</summary>
    internal string[] Thanks { get; init => field = Accents.Both(value); } = ["Thank you very much", "Thank you", "Thanks", "Je vous remercie", "Merci beaucoup", "Merci",
        "Muchas gracias", "Muchísimas gracias", "Gracias", "Спасибо", "Большое спасибо", "Благодарю Вас", "Благодарю", "شكرا جزيلا", "شكراً جزيلاً", "شكرا", "شكراً", "谢谢"];

    /// <summary>Small words between an honorific and the office addressed, or before an office ("le", "la").</summary>
    internal WordSet Articles { get; init; } = new("the");

    /// <summary>Days of the month in words ("twenty-seventh").</summary>
    internal Dictionary<string, int> Days { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the day comes first in a date in digits ("3/4/2021"), as everywhere but in English.</summary>
    internal bool DayFirst { get; init; }

    /// <summary>Words between day, month and year ("of", "de").</summary>
    internal WordSet DateJoiners { get; init; } = new("of day the");

    /// <summary>Words that may stand before a date, or behind its year ("le", "года").</summary>
    internal WordSet DateEdges { get; init; } = new("on the");

    /// <summary>What web pages print before a date ("Published:").</summary>
    internal WordSet DateLabels { get; init; } = new("Published|Published on|Posted|Posted on|Date|Updated|Last updated|Publié|Publié le|Mis à jour|Mis en ligne|Publicado|Publicado el|Fecha|Actualizado|"
        + "Опубликовано|Дата|Дата публикации|Обновлено|تاريخ النشر|التاريخ|تاريخ|نشر في|发布时间|时间|日期|发布日期|更新时间");

    /// <summary>Small words that may go on behind what leads to a speaker or an occasion ("lors de la").</summary>
    internal WordSet LeadTails { get; init; } = new("");

    /// <summary>Where an occasion begins behind who speaks ("… at the"), the surest first.</summary>
    internal string[] OccasionLeads { get; init => field = Accents.Both(value); } = [];

    /// <summary>What the name of a state on a letterhead begins with.</summary>
    internal string[] States { get; init => field = Accents.Both(value); } = [];

    /// <summary>Nouns of those whom somebody serves ("Mission", "Ministry").</summary>
    internal WordSet Institutions { get; init; } = new("Mission Ministry Organization Organisation Organización Embassy Department Delegation University Faculty School Institute Ministère Département Université "
        + "Délégation Ambassade Faculté Misión Ministerio Embajada Departamento Universidad Delegación Facultad Cancillería Министерство Представительство представительство");

    /// <summary>Nouns of those who speak together for a state or a group ("delegation").</summary>
    internal WordSet Delegations { get; init; } = new("delegation delegations délégation délégations delegación delegaciones delegacion mission misión group groupe grupo "
        + "union movement alliance countries community mouvement union alliance communauté alianza movimiento comunidad unión pays países");

    /// <summary>Adjectives in small letters before such a noun ("permanent mission").</summary>
    internal WordSet DelegationModifiers { get; init; } = new("permanent");

    /// <summary>What those who speak together end with, where it is one word with their state's ("代表团").</summary>
    internal string[] DelegationEnds { get; init; } = [];

    /// <summary>"for", where it is one word with those spoken for ("代表").</summary>
    internal string BehalfPrefix { get; init; } = "";

    /// <summary>Short names of states and of groups of states.</summary>
    internal WordSet StateNames { get; init; } = new(Parsing.StateNames.English);

    /// <summary>What a line begins with that goes on with the office above it ("to the United Nations").</summary>
    internal WordSet GoesOn { get; init; } = new("of to");

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
}
