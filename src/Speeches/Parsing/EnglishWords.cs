namespace Speeches.Parsing;

/// <summary>English, as the United Nations prints it.</summary>
internal static class EnglishWords
{
    internal static Vocabulary Vocabulary { get; } = new()
    {
        Organizations = new("United Nations|Nations Unies|Naciones Unidas|International Court of Justice|League of Arab States|"
            + "European Union|African Union|Organization of American States|International Criminal Court|World Health Organization"),
        OfficeBeginnings = ["Office of ", "Office for ", "Executive Office ", "Department of ", "Department for ", "Permanent Mission ",
            "Permanent Observer Mission ", "Ministry of ", "Secretariat of ", "Registry of ", "Codification Division", "Cabinet of "],
        AboveBeginnings = ["OF ", "OF THE "],
        Kinds = new("remarks statement address speech message lecture briefing presentation intervention keynote comments toast "
            + "tribute eulogy greeting greetings words observations explanation oration"),
        KindTails = ["of welcome", "of thanks", "of farewell", "of vote", "of position", "of gratitude", "of condolence"],
        KindModifiers = new("opening closing introductory concluding welcoming welcome general keynote inaugural national video written "
            + "oral joint special brief farewell acceptance commemorative distinguished guest public annual press explanatory short few preliminary final full memorial formal initial"),
        LeadIns = ["Following is the full text of the ", "Following is the text of the ", "Following is the text of ", "Following are the ",
            "Following is the ", "Following are ", "Following is ", "The following is the text of the ", "The following is the text of ",
            "The following is the ", "The following is ", "Below is the full text of the ", "Below is the text of the ", "Full text of the ",
            "Full text of ", "Full text: ", "Text of the ", "Text of ", "Transcript of the ", "Transcript of "],
        LeadsToSpeaker = new("by of from delivered"),
        LeadsToOccasion = new("at to before in during for"),
        LeadsToSubject = new("on regarding concerning about"),
        Honorifics = new("Mr Mr. Ms Ms. Mrs Mrs. Miss Mx Mx. Dr Dr. Prof Prof. Professor Judge Ambassador Sir Dame Lord Lady Madam Madame "
            + "Hon Hon. Honourable Honorable H.E. H.E H.R.H. H.M. Amb Amb. Rt Rt. Right Rev. Rev Capt. Col. Gen. Lt. Eng. HE HRH HM Excellency Highness Majesty Sheikh Sheikha"),
        Offices = new("Secretary-General Under-Secretary-General Assistant-Secretary-General Deputy Secretary President Vice-President "
            + "Minister Counsel Adviser Advisor Chair Chairman Chairwoman Chairperson Co-Chair Vice-Chair Vice-Chairman Director "
            + "Director-General Judge Representative Ambassador Envoy Rapporteur Commissioner Head Registrar Prosecutor Professor "
            + "Member Coordinator Delegate King Queen Emir Prince Princess Attorney-General Chancellor Governor Dean Fellow Chief "
            + "Prime Commander-in-Chief Commander Counsellor Counselor Attaché Expert Officer Agent Consul Lawyer Advocate Spokesperson Senator Mayor "
            + "Co-Rapporteur Co-Facilitator Co-Coordinator Co-Chairperson Vice-Rapporteur Vice-Chairperson Vice-Chancellor Representatives Undersecretary "
            + "Ombudsman Auditor Archivist Librarian Trustee Founder Laureate Jurist Arbitrator Provost Rector "
            + "Counsellor Secretary-Designate Moderator Facilitator Administrator Chargé Charge Observer Solicitor-General"),
        And = "and",
        OnBehalfOf = ["on behalf of "],
        DeliveredBy = ["delivered by ", "read by ", "presented by ", "read out by "],
        OccasionBeginnings = ["Side event", "On the occasion of", "Agenda item", "At the ", "Before the ", "To the ", "During the ", "In the ",
            "Held ", "As part of ", "On the margins of ", "In connection with "],
        OccasionWords = new("session meeting plenary segment week anniversary debate summit conference"),
        Events = new("sessions meetings opening ceremony event launch celebration commemoration colloquium seminar symposium workshop sitting "
            + "dinner luncheon lunch reception dialogue retreat roundtable day course forum congress table consultation consultations panel exhibition dedication inauguration "
            + "handover conclusion closing hearing university law"),
        OccasionLeads = [" on the occasion of ", " at the ", " at ", " before the ", " during the ", " in the ", " to the ", " to ", " under agenda item "],
        States = ["Republic of ", "Kingdom of ", "Commonwealth of ", "Federal Republic ", "Federation of ", "Principality of "],
        Places = ["New York", "Geneva", "Vienna", "Nairobi", "The Hague", "Addis Ababa", "Bangkok", "Beirut", "Santiago", "Paris", "Rome",
            "Montreal", "Bonn", "Arusha", "Hamburg", "London", "Brussels", "Washington", "United Nations Headquarters", "UN Headquarters",
            "Palais des Nations", "Peace Palace", "Conference Room", "General Assembly Hall", "Trusteeship Council Chamber",
            "Economic and Social Council Chamber", "Security Council Chamber", "Headquarters", "Online", "By videoconference", "Strasbourg", "Washington, D.C.",
            "Kampala", "Beijing", "Tokyo", "Berlin", "Moscow", "Madrid", "Lisbon", "Dakar", "Cairo", "Doha", "Singapore", "Kingston", "San Francisco",
            .. Vocabulary.Names("Abu Dhabi|Abuja|Accra|Algiers|Amman|Amsterdam|Ankara|Apia|Ashgabat|Astana|Athens|Baku|Bamako|Belgrade|Bern|Bishkek|"
            + "Bogotá|Brasília|Bridgetown|Bucharest|Budapest|Buenos Aires|Canberra|Cape Town|Colombo|Copenhagen|Dar es Salaam|Dhaka|Dublin|Dushanbe|"
            + "Freetown|Georgetown|Guatemala City|Hanoi|Harare|Havana|Helsinki|Hong Kong|Islamabad|Istanbul|Jakarta|Kathmandu|Kigali|Kuala Lumpur|"
            + "Kuwait City|Kyiv|Lagos|Lima|Ljubljana|Luxembourg|Manila|Marrakesh|Mexico City|Minsk|Montevideo|New Delhi|Nur-Sultan|Oslo|Ottawa|"
            + "Panama City|Phnom Penh|Prague|Pretoria|Quito|Rabat|Reykjavik|Riga|Rio de Janeiro|Riyadh|San José|Sarajevo|Seoul|Sharm el-Sheikh|Sofia|"
            + "Stockholm|Suva|Sydney|Tashkent|Tehran|Tirana|Tunis|Turin|Ulaanbaatar|Valletta|Vilnius|Warsaw|Windhoek|Yaoundé|Yerevan|Zagreb|Salzburg|"
            + "Siracusa|Cambridge|Oxford|Sanremo|Bilbao|Boston|Chicago|Shanghai|Xiamen|Wuhan")],
        Notes = ["Check against delivery", "Please check against delivery", "As delivered", "As prepared for delivery", "As prepared",
            "Provisional translation", "Unofficial translation", "Courtesy translation", "Translated from", "Original:", "Original ",
            "English only", "Embargoed", "Advance copy", "Advance text", "Verbatim", "Transcript", "For information only",
            "Not an official document", "Final check against delivery", "Final version", "Delivered version", "Subject to change", "final "],
        SalutationBeginnings = new("Excellency Excellencies Distinguished Ladies Gentlemen Dear Honourable Honorable Esteemed Colleagues "
            + "Friends Delegates Representatives Members Your Respected Fellow Ambassadors Panelists Panellists Moderator Moderators "
            + "Participants Students Professors Judges"),
        Addressed = new("Chair Chairman Chairwoman Chairperson President Vice-President Co-Chair Co-Chairs Co-Chairman Co-Chairpersons "
            + "Secretary-General Under-Secretary-General Moderator Rapporteur Prosecutor Registrar Minister Ambassador Commissioner "
            + "Director Director-General Rector Dean Provost Chancellor Vice-Chancellor Mayor Justice Justices Speaker Facilitator Facilitators Coordinator Deputy Vice-Chair Chairs Legal High Special Prime"),
        Months = Vocabulary.MonthNames("January Jan;February Feb;March Mar;April Apr;May;June Jun;July Jul;August Aug;September Sept Sep;"
            + "October Oct;November Nov;December Dec"),
        Days = Vocabulary.DayNames("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
            + "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"),
        Weekdays = new("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"),
        FunctionWords = new("a an the of on for in to and or with against at from by as de du des del la le von van"),
        OpenEnded = new("a an the of on for in to and or with against at from by as"),
        Abbreviations = new("Mr Ms Mrs Dr Prof Hon St No Nos Art Arts para paras p pp vol ed eds e.g i.e cf etc vs v U.S U.N U.K H.E a.m p.m "
            + "Jr Sr Gen Col Sec ch fn viz Inc Ltd Co"),
        HyphenPrefixes = new("non self co well so ex quasi half all cross vice long short high low ill pre post anti pro mid twenty thirty "
            + "forty fifty sixty seventy eighty ninety semi pan"),
        SuspendedBy = new("and or to nor"),
        SpeechVerbs = new("""
            said says say saying stated states stating noted notes noting observed observes observing described describes describing
            emphasized emphasizes emphasised emphasises emphasizing emphasising stressed stresses stressing pointed points pointing
            declared declares declaring affirmed affirms affirming reaffirmed reaffirms reaffirming recalled recalls recalling
            wrote writes written writing called calls calling urged urges urging warned warns warning argued argues arguing
            held holds holding concluded concludes concluding explained explains explaining added adds adding asked asks asking
            remarked remarks remarking proclaimed proclaims proclaiming announced announces announcing recognized recognizes recognised
            recognises recognizing recognising underlined underlines underlining underscored underscores underscoring highlighted
            highlights highlighting reiterated reiterates reiterating maintained maintains submitted submits suggested suggests
            provided provides providing stipulated stipulates stipulating reads lists listed defined defines defining requires required
            prescribes prescribed decided decides deciding determined determines opined opines characterized
            characterizes characterised characterises termed terms refers referred referring speaks spoke expressed expresses
            expressing acknowledged acknowledges demanded demands insisted insists replied replies pledged proposed proposes
            condemned condemns welcomed welcomes quoted quotes cited cites
            """),
        Auxiliaries = new("has have had is was were be been being also then thus therefore itself himself herself themselves again "
            + "once would could should may might will shall must did does do so even"),
        ClauseBeginnings = new("that as when where because while whereas since if although though how but"),
        Relatives = new("which who"),
        FirstPerson = new("I we me us"),
        ThirdPerson = new("he she it they"),
        Possessives = new("its his her their"),
        Determiners = new("the this that these those a an his her its their our my"),
        Agents = new("by"),
        Sources = ["according to ", "in the words of ", "to quote ", "to borrow the words of ", "as per "],
        SentenceAdverbs = new("However Indeed Moreover Furthermore Therefore Thus Nevertheless Nonetheless Today Yesterday Yet Still Again "
            + "Hence Meanwhile Likewise First Second Third Last Next Then Now Here There Instead Besides Otherwise Also"),
        TitleSigns = new("entitled titled report book article paper publication document theme"),
        MentionSigns = new("so-called term terms word words phrase expression notion"),
    };
}
