namespace Speeches.Parsing;

/// <summary>Spanish, as the United Nations and its members print it; the English of two-language letterheads is behind it.</summary>
internal static class SpanishWords
{
    private static readonly Vocabulary English = EnglishWords.Vocabulary;

    internal static Vocabulary Vocabulary { get; } = English with
    {
        DayFirst = true,
        Organizations = English.Organizations.And("Organización de las Naciones Unidas|Corte Internacional de Justicia|Unión Europea|"
            + "Organización de los Estados Americanos|Corte Penal Internacional|Naciones Unidas"),
        OfficeBeginnings = ["Misión Permanente ", "Mision Permanente ", "Oficina ", "Ministerio ", "Presidencia ", "Departamento ",
            "Secretaría ", "Cancillería", "Gabinete ", .. English.OfficeBeginnings],
        AboveBeginnings = ["DEL ", "DE LA ", "DE LOS ", "DE LAS ", .. English.AboveBeginnings],
        Kinds = English.Kinds.And("discurso intervención intervencion palabras alocución mensaje declaración declaracion exposición "
            + "observaciones conferencia ponencia participación comentarios saludo saludos presentación disertación charla explicación brindis videomensaje homenaje"),
        KindModifiers = English.KindModifiers.And("breves"),
        KindTails = ["de apertura", "de clausura", "de bienvenida", "inaugural", "introductorias", "introductoria", "finales", "nacional",
            "de aceptación", "de investidura", "de toma de posesión", "de despedida", "conjunta", "en video", "escrita", "general", "de agradecimiento", "preliminares", "de voto", "de posición", "de cierre", "de inauguración", "introductorio", "inicial", "final", "iniciales", "magistral",
            "principal", "oral", "nacionales"],
        LeadIns = ["A continuación figura el texto del ", "A continuación figura el texto de la ", "A continuación el texto íntegro del ",
            "A continuación, el texto íntegro del ", "A continuación, el texto del ", "A continuación, el texto de la ",
            "A continuación se reproduce el ", "A continuación se reproduce la ", "Texto íntegro del ", "Texto íntegro de la ",
            "Texto íntegro de las ", "Texto completo del ", "Texto completo de la ", "Texto del ", "Texto de la ", "Texto de las ",
            "Transcripción del ", "Transcripción de la ", "Versión estenográfica del ", "Versión estenográfica de las ",
            "Versión estenográfica de la ", .. English.LeadIns],
        TextOf = [" texto íntegro del ", " texto íntegro de la ", " texto íntegro de las ", " texto completo del ", " texto completo de la ", " texto del ", " texto de la ", " texto de las ", .. English.TextOf],
        LeadsToSpeaker = English.LeadsToSpeaker.And("de del por pronunciado pronunciada pronunciadas a cargo formulada formulado realizada realizado efectuada efectuado leída leído ofrecida ofrecidas ofrecido dada dirigida dirigido entregada "
            + "expresadas presentada presentado hecha hecho"),
        LeadsToOccasion = English.LeadsToOccasion.And("en ante durante al con"),
        LeadsToSubject = English.LeadsToSubject.And("sobre acerca tema lema"),
        Honorifics = English.Honorifics.And("Sr. Sr Sra. Sra Srta. Señor Señora Don Doña D. D.ª Dña. Excmo. Excma. Excmo Excma "
            + "Excelentísimo Excelentísima S.E. S.E Excelencia Majestad Alteza S.M. Dr. Dra. Dra Doctor Doctora Lic. Ing. Embajador "
            + "Embajadora Decano Decana Profesor Profesora Mtro. Mtra. Mtro Mtra Maestro Maestra Abg. Abog. Arq. Licda. Lcda. Lcdo. Licenciado Licenciada Gral. Cnel. Juez Jueza Monseñor Emb. S.A.R. Hermano Hermana Compañero Compañera Comandante"),
        Offices = English.Offices.And("Secretario Secretaria Presidente Presidenta Vicepresidente Vicepresidenta Ministro Ministra "
            + "Primer Primera Canciller Asesor Asesora Juez Jueza Magistrado Representante Embajador Embajadora Enviado Relator Relatora "
            + "Comisionado Jefe Jefa Secretario-General Fiscal Profesor Miembro Coordinador Coordinadora Delegado Delegada Rey Reina Príncipe "
            + "Princesa Gobernador Director Directora Encargado Encargada Subsecretario Subsecretaria Viceministro Viceministra Consultor "
            + "Consejero Consejera Diputado Diputada Senador Senadora Observador Vicecanciller Agregado Agregada Cónsul Experto Experta Enviada Comisionada Consultora Magistrada Titular Abogado Abogada "
            + "Procurador Procuradora Defensor Defensora Vocero Vocera Decano Decana Copresidente Copresidenta Vicerrector Rector Rectora Agente Oficial "
            + "Segundo Segunda Tercer Tercera Viceconsejero Observadora Facilitador Facilitadora Administrador Administradora Secretarios Alcalde"),
        OfficeModifiers = English.OfficeModifiers.And("Alto Alta Primer Primera Segundo Segunda"),
        And = "y",
        OnBehalfOf = ["en nombre de la ", "en nombre de los ", "en nombre de ", "en nombre del ", "en representación de ",
            "en representación del ", .. English.OnBehalfOf],
        DeliveredBy = ["leído por ", "leída por ", "pronunciado por ", "pronunciada por ", "pronunciadas por ", "presentado por ",
            "presentada por ", .. English.DeliveredBy],
        OccasionBeginnings = ["Con ocasión", "Con motivo", "Ante ", "Durante ", "En el marco", "En ocasión", "Tema ", "Debate general",
            "En el ", "En la ", "Al margen", "Sesión ", .. English.OccasionBeginnings],
        Events = English.Events.And("apertura clausura inauguración ceremonia acto conmemoración celebración seminario coloquio foro "
            + "audiencia diálogo encuentro segmento curso taller mesa panel evento día jornada jornadas congreso"),
        OccasionWords = English.OccasionWords.And("sesión sesiones periodo período reunión debate aniversario cumbre plenaria conferencia"),
        Bodies = English.Bodies.And("asamblea comisión comité consejo"),
        OccasionLeads = [" con ocasión ", " con motivo ", " ante ", " durante ", " en el marco ", " en el ", " en la ", " al ", " en ",
            .. English.OccasionLeads],
        StateNames = English.StateNames.And(StateNames.Spanish),
        States = ["República ", "Republica ", "Reino ", "Estado Plurinacional ", "Estados Unidos ", .. English.States],
        GoesOn = English.GoesOn.And("de del ante"),
        Places = ["Nueva York", "Ginebra", "Viena", "La Haya", "Bruselas", "Londres", "Sede de las Naciones Unidas", "Sala ",
            "Santiago de Chile", "Roma", "París", "Palacio de la Paz", "En línea", "Ciudad de México", "Hamburgo",
            .. Vocabulary.Names("Asunción|Barcelona|Berlín|Bogotá|Brasilia|Buenos Aires|Cartagena|Caracas|Ciudad de Guatemala|Ciudad de Panamá|"
            + "El Cairo|La Habana|La Paz|Lima|Lisboa|Managua|Montevideo|Moscú|Pekín|Puerto Príncipe|Quito|Río de Janeiro|San José|San Salvador|"
            + "Santo Domingo|Tegucigalpa|Tokio|Washington D.C.|Estrasburgo|Salamanca|Valencia|Medellín|Singapur|Estocolmo|Núremberg|Tarragona|Sucre"), .. English.Places],
        Notes = ["Cotejar con la versión pronunciada", "Cotéjese con", "Sólo dará fe", "Solo dará fe", "Cotejar con", "Cotejar contra", "Verificar con", "Verificar contra",
            "Verifíquese", "Comprobar con", "Compruébese", "Solo es válido", "Sólo es válido", "Traducción no oficial",
            "Traducción provisional", "Versión no oficial", "Embargado", "Según pronunciado", "Texto original", "Versión final",
            "Sujeto a cambios", "Favor de cotejar", "Favor cotejar", .. English.Notes],
        SalutationBeginnings = English.SalutationBeginnings.And("Excelencias Excelencia Señoras Señores Distinguidos "
            + "Distinguidas Distinguido Distinguida Estimados Estimadas Estimado Estimada Honorables Honorable Amigos Amigas Colegas Delegados "
            + "Queridos Queridas Majestades Altezas Muy Damas"),
        SalutationStarts = ["Su Majestad", "Sus Majestades", "Su Alteza", "Sus Altezas", "Vuestra ", "Vuestras ", "Su Santidad"],
        Addressed = English.Addressed.And("Presidente Presidenta Secretario Secretaria Ministro Ministra Vicepresidente Vicepresidenta Relator "
            + "Relatora Juez Fiscal Embajador Embajadora Director Directora Primer Primera Moderador Moderadora Representantes Representante "
            + "Delegados Coordinador Coordinadora Facilitador Facilitadora Jefes Canciller Asesor"),
        LeadTails = new("de del la el los las a cargo"),
        Articles = new("el la los las"),
        Months = Vocabulary.MonthNames("enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre setiembre;octubre;noviembre;diciembre",
            English.Months),
        Days = Vocabulary.DayNames("primero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
            + "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
            + "veintiocho veintinueve treinta treinta_y_uno"),
        DateJoiners = English.DateJoiners.And("de del"),
        DateEdges = English.DateEdges.And("el a día al"),
        Weekdays = English.Weekdays.And("lunes martes miércoles jueves viernes sábado domingo"),
        FunctionWords = English.FunctionWords.And("el la los las de del y e o en a al con por para sobre ante"),
        OpenEnded = English.OpenEnded.And("el la los las de del y e o en a al con por para sobre ante"),
        Abbreviations = English.Abbreviations.And("Sr Sra Srta Excmo Excma Dr Dra D Lic Ing art núm EE UU S.E"),
    };
}
