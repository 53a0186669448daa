namespace Speeches.Parsing;

/// <summary>French, as the United Nations and its members print it; the English of two-language letterheads is behind it.</summary>
internal static class FrenchWords
{
    private static readonly Vocabulary English = EnglishWords.Vocabulary;

    internal static Vocabulary Vocabulary { get; } = English with
    {
        DayFirst = true,
        Organizations = English.Organizations.And("Organisation des Nations Unies|Cour internationale de Justice|Union européenne|"
            + "Union africaine|Cour pénale internationale|Organisation internationale de la Francophonie|Nations Unies"),
        OfficeBeginnings = ["Mission permanente ", "Bureau ", "Cabinet ", "Ministère ", "Ministere ", "Présidence ", "Département ", "Service ",
            "Secrétariat ", "Greffe ", "Délégation permanente ", .. English.OfficeBeginnings],
        AboveBeginnings = ["DE LA ", "DE L’", "DE L'", "DU ", "DES ", .. English.AboveBeginnings],
        Kinds = English.Kinds.And("discours allocution intervention déclaration declaration message exposé remarques observations propos "
            + "mot mots conférence hommage communication adresse réponse explication plaidoyer présentation éloge toast paroles vœux vidéomessage"),
        KindModifiers = English.KindModifiers.And("brève courte"),
        KindTails = ["d'ouverture", "d’ouverture", "de clôture", "liminaires", "liminaire", "de bienvenue", "inaugurale", "inaugural",
            "d'investiture", "d'adieu", "d'acceptation", "de réception", "de remerciement", "de remerciements", "d’investiture", "d’adieu", "d’acceptation",
            "introductif", "introductives", "finale", "nationale", "écrite", "vidéo", "orale", "de vote", "de position", "d’hommage", "d'hommage", "préliminaires", "finales", "de félicitations", "de condoléances", "conjointe", "commune", "générale"],
        LeadIns = ["On trouvera ci-après le texte intégral du ", "On trouvera ci-après le texte intégral de la ",
            "On trouvera ci-après le texte intégral de l’", "On trouvera ci-après le texte intégral de l'", "On trouvera ci-après le texte de la ",
            "On trouvera ci-après le texte du ", "On trouvera ci-après le texte de l’", "On trouvera ci-après le texte de l'",
            "On trouvera ci-après la ", "On trouvera ci-après le ", "On trouvera ci-après l’", "On trouvera ci-après l'",
            "On trouvera ci-après les ", "On trouvera ci-dessous le texte du ", "On trouvera ci-dessous le ", "On trouvera ci-dessous la ",
            "Voici le texte intégral de la ", "Voici le texte intégral du ", "Voici le ", "Voici la ", "Ci-après le texte du ",
            "Ci-après le texte de la ", "Texte intégral du ", "Texte intégral de la ", "Texte du ", "Texte de la ", "Texte de l’", "Texte de l'", .. English.LeadIns],
        TextOf = [" texte intégral de l’", " texte intégral de l'", " texte intégral de la ", " texte intégral du ", " texte de l’", " texte de l'", " texte de la ", " texte du ", .. English.TextOf],
        LeadsToSpeaker = English.LeadsToSpeaker.And("de du des par prononcé prononcée prononcés faite fait présenté présentée donnée d' délivrée délivré lue lu livrée faites présentés"),
        LeadsToOccasion = English.LeadsToOccasion.And("à au aux lors devant pendant dans en pour"),
        LeadsToSubject = English.LeadsToSubject.And("sur concernant thème theme sujet objet"),
        Honorifics = English.Honorifics.And("Ambassadeur Ambassadrice M. M Mme Mme. Mlle Monsieur Madame MM. S.E. S.E S.E.M. SE S.Exc. Excellence Majesté Altesse "
            + "Sérénissime Royale Me Maître Pr Pr. Dr Docteur Professeur S.A.S. S.A.R. S.M. SEM Mmes Amb. Gén. Col. Mgr Monseigneur Juge Honorable"),
        Offices = English.Offices.And("Secrétaire Président Présidente Vice-Président Vice-Présidente Ministre Premier Première Conseiller "
            + "Conseillère Juge Représentant Représentante Ambassadeur Ambassadrice Envoyé Rapporteur Rapporteuse Commissaire Chef Cheffe "
            + "Greffier Procureur Procureure Professeur Membre Coordonnateur Délégué Déléguée Roi Reine Prince Princesse Chancelier Gouverneur "
            + "Directeur Directrice Directrice-générale Attaché Attachée Agent Agente Expert Experte Greffière Doyen Doyenne Coordonnatrice "
            + "Coordinateur Coordinatrice Facilitateur Facilitatrice Administrateur Administratrice Rapporteure Envoyée Conseillers Consul Consule "
            + "Magistrat Magistrate Avocat Avocate Maire Sénateur Sénatrice Co-Président Co-Présidente Coprésident Coprésidente Adjoint Adjointe "
            + "Sous-Directeur Sous-Directrice Secrétaires Porte-parole Haute-Commissaire Chargé Chargée Sous-Secrétaire Jurisconsulte Secrétaire-général Vice-Premier Observateur Garde "
            + "Haut-Commissaire Vice-Ministre President Vice-President Secretaire Charge Jurisconsulte Président-Rapporteur"),
        And = "et",
        OnBehalfOf = ["au nom de la ", "au nom de l'", "au nom de l’", "au nom de ", "au nom du ", "au nom des ", .. English.OnBehalfOf],
        DeliveredBy = ["lue par ", "lu par ", "prononcée par ", "prononcé par ", "délivrée par ", "présentée par ", "présenté par ",
            .. English.DeliveredBy],
        OccasionBeginnings = ["À l'occasion", "À l'adresse", "À l’adresse", "A l’adresse", "À l’occasion", "A l'occasion", "A l’occasion", "Lors ", "Devant ", "Au cours ", "Point ",
            "Dans le cadre", "En marge", "Débat général", "À la ", "À l'", "À l’", "A la ", "Au titre", "Séance ", "Débat ",
            .. English.OccasionBeginnings],
        Events = English.Events.And("ouverture clôture cérémonie célébration commémoration colloque séminaire cinquantenaire audience dialogue "
            + "forum investiture inauguration rencontre segment cours atelier journée table événement congrès panel"),
        OccasionWords = English.OccasionWords.And("session séance réunion débat anniversaire sommet plénière commémorative conférence"),
        Bodies = English.Bodies.And("assemblée assemblee commission comité conseil"),
        OccasionLeads = [" à l'occasion ", " à l’occasion ", " lors ", " devant ", " au cours ", " à la ", " au ", " à l’", " à l'", " dans le ",
            " pour ", .. English.OccasionLeads],
        StateNames = English.StateNames.And(StateNames.French),
        States = ["République ", "Republique ", "Royaume ", "Principauté ", "Grand-Duché ", "Confédération ", "Union des ", .. English.States],
        GoesOn = English.GoesOn.And("de du des auprès aupres d'"),
        Places = ["Strasbourg", "Luxembourg", "Dakar", "Genève", "Vienne", "La Haye", "Bruxelles", "Londres", "Siège de l’Organisation", "Siège de l'Organisation",
            "Siège des Nations Unies", "Salle ", "Palais de la Paix", "En ligne", "Montréal", "Hambourg", "Beyrouth", "Addis-Abeba",
            .. Vocabulary.Names("Abidjan|Abou Dhabi|Alger|Amman|Antananarivo|Athènes|Bakou|Bamako|Bangui|Berlin|Berne|Brazzaville|Bucarest|Bujumbura|"
            + "Le Caire|Casablanca|Conakry|Copenhague|Cotonou|Djibouti|Kigali|Kinshasa|Libreville|Lisbonne|Lomé|Marrakech|Mexico|Moscou|N’Djamena|"
            + "N'Djamena|Niamey|Nouakchott|Ottawa|Ouagadougou|Pékin|Port-au-Prince|Prague|Québec|Rabat|Singapour|Stockholm|Tokyo|Tunis|Varsovie|"
            + "Yaoundé|Monaco|Lausanne|Nuremberg|Turin"), .. English.Places],
        Notes = ["Seul le prononcé fait foi", "Seul le texte prononcé fait foi", "Seul le discours prononcé", "À vérifier au prononcé",
            "A vérifier au prononcé", "Vérifier au prononcé", "A verifier", "Le prononcé fait foi", "Traduction non officielle",
            "Traduction provisoire", "Traduit de", "Sous embargo", "Texte original", "Version provisoire", "Version définitive",
            "Sous réserve de modification", "Version finale", "Tel que prononcé", .. English.Notes],
        SalutationBeginnings = English.SalutationBeginnings.And("Excellences Mesdames Messieurs Chers Chères Cher Chère Distingués "
            + "Distinguées Honorables Délégués Collègues Amis Vos Votre Altesses Majestés Mesdemoiselles Honorable"),
        Addressed = English.Addressed.And("Président Présidente Secrétaire Ministre Vice-Président Rapporteur Greffier Procureur Juge "
            + "Ambassadeur Ambassadrice Directeur Directrice Premier Haut Modérateur Chef Conseiller Commissaire Représentant Représentants "
            + "Membres Chefs Ministres Présidents Facilitateur Coordonnateur Doyen Gouverneur"),
        LeadTails = new("de du des la le les"),
        Articles = new("le la les l'"),
        Months = Vocabulary.MonthNames("janvier janv;février fevrier févr;mars;avril;mai;juin;juillet;août aout;septembre;octobre;novembre;"
            + "décembre decembre", English.Months),
        Days = Vocabulary.DayNames("premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            + "dix-huit dix-neuf vingt vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit "
            + "vingt-neuf trente trente-et-un"),
        DateEdges = English.DateEdges.And("le ce du au"),
        Weekdays = English.Weekdays.And("lundi mardi mercredi jeudi vendredi samedi dimanche"),
        FunctionWords = English.FunctionWords.And("le la les l' de du des d' et ou en à au aux sur pour par dans auprès"),
        OpenEnded = English.OpenEnded.And("le la les de du des et ou en à au aux sur pour par dans auprès l’ d’"),
        Abbreviations = English.Abbreviations.And("M MM Mme Mlle S.E Me Pr art al"),
    };
}
