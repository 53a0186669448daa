namespace Speeches.Parsing;

/// <summary>Arabic, as the United Nations and its members print it; the English of two-language letterheads is behind it.</summary>
internal static class ArabicWords
{
    private static readonly Vocabulary English = EnglishWords.Vocabulary;

    internal static Vocabulary Vocabulary { get; } = English with
    {
        Organizations = English.Organizations.And("الأمم المتحدة|منظمة الأمم المتحدة|محكمة العدل الدولية|جامعة الدول العربية|الاتحاد الأفريقي|"
            + "الاتحاد الأوروبي|منظمة التعاون الإسلامي"),
        OfficeBeginnings = ["الوفد الدائم", "البعثة الدائمة", "بعثة ", "وزارة ", "مكتب ", "الديوان ", "ديوان ", "الأمانة ", "رئاسة ", "إدارة ",
            .. English.OfficeBeginnings],
        AboveBeginnings = ["لل"],
        Kinds = English.Kinds.And(Definite("كلمة بيان خطاب مداخلة رسالة تصريح محاضرة إعلان عرض إحاطة تعليق تعليل شرح نداء تحية") + " ملاحظات الملاحظات كـلمة كلمــة"),
        KindTails = ["الافتتاحية", "افتتاحية", "افتتاحي", "ختامية", "الختامية", "ترحيبية", "ترحيبي", "وطني", "مشترك", "استهلالية", "استهلالي"],
        LeadIns = ["فيما يلي نص ", "وفيما يلي نص ", "وفيما يلي النص الكامل ل", "النص الكامل ل", "نص ال", "نص ", .. English.LeadIns],
        LeadsToSpeaker = English.LeadsToSpeaker.And("من ألقاها ألقاه أدلى يلقيها يلقيه"),
        LeadsToOccasion = English.LeadsToOccasion.And("في أمام خلال أثناء إلى لدى"),
        LeadsToSubject = English.LeadsToSubject.And("حول بشأن عن موضوع الموضوع"),
        Honorifics = English.Honorifics.And("السيد السيدة السيد/ السيدة/ معالي معاليه سعادة فخامة صاحب صاحبة السمو الجلالة المعالي السعادة "
            + "الفخامة سمو الدكتور الدكتورة د. أ.د. الأستاذ الأستاذة الشيخ الشيخة الأمير الأميرة السفير السفيرة القاضي جلالة الملك الملكي حضرة "
            + "الآنسة المهندس اللواء الفريق الدكتور/ معالى"),
        HonorificPhrases = ["فخامة الرئيس", "دولة الرئيس", "سيادة الرئيس", .. English.HonorificPhrases],
        HonorificLeads = English.HonorificLeads.And("دولة"),
        Offices = English.Offices.And(Definite("رئيس رئيسة نائب نائبة وزير وزيرة مندوب مندوبة ممثل ممثلة سفير سفيرة أمين أمينة مستشار مستشارة مدير "
            + "مديرة قاضي قاضية مقرر مقررة مفوض مفوضة مدعي منسق منسقة قائم وكيل وكيلة مبعوث مبعوثة مراقب مراقبة أستاذ أستاذة سكرتير سكرتيرة ملحق ملحقة "
            + "خبير خبيرة قنصل عميد عميدة مساعد مساعدة متحدث متحدثة مسجل") + " قاض عضو عضوة ملك أمير ولي سلطان رئيسا وزيرا العضو"),
        And = "و",
        OnBehalfOf = ["نيابة عن ", "نيابةً عن ", "باسم ", "بإسم ", "بالنيابة عن ", .. English.OnBehalfOf],
        DeliveredBy = ["ألقاها ", "ألقاه ", "يلقيها ", "تلقيه ", "تلقيها ", "ألقتها ", "يلقيه ", .. English.DeliveredBy],
        OccasionBeginnings = ["في ", "أمام ", "بمناسبة", "خلال ", "أثناء ", "البند ", "المناقشة العامة", "على هامش", "ضمن ", "الدورة ",
            .. English.OccasionBeginnings],
        OccasionWords = English.OccasionWords.And("الدورة دورة للدورة جلسة الجلسة اجتماع الاجتماع المناقشة النقاش مؤتمر المؤتمر القمة قمة الذكرى أعمال"),
        Events = English.Events.And("اليوم يوم افتتاح الافتتاح حفل ندوة الندوة منتدى المنتدى"),
        Bodies = English.Bodies.And("للجمعية اللجنة الجمعية مجلس المجلس لجنة"),
        OccasionLeads = [" خلال جلسة ", " بمناسبة ", " أمام ", " خلال ", " في ", " أثناء ", " حول ", .. English.OccasionLeads],
        States = ["جمهورية ", "المملكة ", "مملكة ", "دولة ", "الجمهورية ", "سلطنة ", "وفد ", .. English.States],
        GoesOn = English.GoesOn.And("لدى"),
        Places = ["نيويورك", "جنيف", "فيينا", "لاهاي", "نيروبي", "بيروت", "القاهرة", "باريس", "روما", "لندن", "بروكسل", "مقر الأمم المتحدة",
            "المقر", "قاعة ", "الرياض", "قصر السلام", "عمان", "الدوحة", .. English.Places],
        Notes = ["الكلمة الملقاة هي المعتمدة", "يرجى المراجعة", "يرجى مراجعة", "تراجع عند الإلقاء", "يراجع عند الإلقاء", "النص الملقى",
            "كما ألقيت", "العبرة بما", "ترجمة غير رسمية", "ترجمة مؤقتة", "الأصل:", "للتحقق عند الإلقاء", "التحقق عند الإلقاء", "نسخة نهائية",
            .. English.Notes],
        SalutationStarts = ["السيد الرئيس", "السيدة الرئيسة", "سيدي الرئيس", "سيدتي", "سيدي", "أصحاب ", "السيدات والسادة", "أيها ", "أيتها ",
            "السادة ", "الحضور ", "بسم الله", "بسم هللا", "السلام عليكم", "معالي رئيس", "معالي الرئيس", "معالي الأمين", "السيد رئيس", "السيدة رئيسة",
            "السيد الأمين", "سعادة الرئيس", "سعادة رئيس", "فخامة الرئيس", "سعادة السفير رئيس", "معالي السيد رئيس", "سيداتي", "الزملاء "],
        Addressed = English.Addressed.And("الرئيس الرئيسة رئيس رئيسة الأمين"),
        Articles = new("the"),
        Months = Vocabulary.MonthNames("يناير كانون_الثاني جانفي;فبراير شباط فيفري;مارس آذار أذار;أبريل إبريل ابريل نيسان أفريل;مايو أيار ماي;"
            + "يونيو حزيران يونيه جوان;يوليو تموز يوليه جويلية يوليوز;أغسطس آب اغسطس أوت غشت;سبتمبر أيلول ايلول شتنبر;أكتوبر اكتوبر تشرين_الأول;"
            + "نوفمبر تشرين_الثاني نونبر;ديسمبر كانون_الأول دجنبر", English.Months),
        Days = Vocabulary.DayNames("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"),
        DateJoiners = English.DateJoiners.And("من شهر عام سنة"),
        DateEdges = English.DateEdges.And("يوم في بتاريخ م الموافق"),
        Weekdays = English.Weekdays.And("الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
        FunctionWords = English.FunctionWords.And("في من على إلى عن لدى بن بنت آل"),
        OpenEnded = English.OpenEnded.And("في من على إلى عن لدى أمام معالي سعادة فخامة السيد السيدة السيد/ و"),
    };

    /// <summary>Each word with and without the article, and with the "and" that is its first letter.</summary>
    private static string Definite(string words) =>
        string.Join(' ', words.Split(' ').SelectMany(word => (string[])[word, $"ال{word}", $"و{word}", $"وال{word}"]));
}
