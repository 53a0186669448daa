namespace Speeches.Parsing;

/// <summary>
/// The short names of states, and of those groups of states that speak with one voice, as they stand behind "Statement by": data for
/// <see cref="Parties"/>. The Russian ones stand in the genitive, the case they have there, and in the nominative where a letterhead
/// has it on a line of its own.
/// </summary>
internal static class StateNames
{
    internal const string English = "Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|"
        + "Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei Darussalam|Bulgaria|Burkina Faso|Burundi|Cabo Verde|"
        + "Cambodia|Cameroon|Canada|Central African Republic|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Côte d'Ivoire|Côte d’Ivoire|Croatia|Cuba|Cyprus|Czechia|Czech Republic|"
        + "Democratic People's Republic of Korea|Democratic Republic of the Congo|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|"
        + "Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Holy See|"
        + "Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kuwait|Kyrgyzstan|Lao PDR|Latvia|"
        + "Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico|"
        + "Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|"
        + "Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Russian Federation|Rwanda|"
        + "Saint Kitts and Nevis|Saint Lucia|Saint Vincent and the Grenadines|Samoa|San Marino|Sao Tome and Principe|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|"
        + "Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Syrian Arab Republic|Tajikistan|"
        + "Tanzania|United Republic of Tanzania|Thailand|Timor-Leste|Togo|Tonga|Trinidad and Tobago|Tunisia|Türkiye|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|"
        + "United Arab Emirates|UAE|United Kingdom|UK|United States|United States of America|USA|Uruguay|Uzbekistan|Vanuatu|Venezuela|Viet Nam|Vietnam|Yemen|Zambia|Zimbabwe|"
        + "European Union|EU|African Union|League of Arab States|Holy See|CARICOM|ASEAN|CELAC|CANZ|Group of 77|Group of 77 and China|G77|AOSIS|ICRC|Nordic countries|Baltic States|"
        + "Non-Aligned Movement|African Group|Arab Group|Caribbean Community|Pacific Islands Forum|Organisation of Islamic Cooperation|Organization of Islamic Cooperation";

    internal const string French = "Afghanistan|Afrique du Sud|Albanie|Algérie|Allemagne|Andorre|Angola|Antigua-et-Barbuda|Arabie saoudite|Argentine|Arménie|Australie|Autriche|Azerbaïdjan|Bahamas|"
        + "Bahreïn|Bangladesh|Barbade|Bélarus|Belgique|Belize|Bénin|Bhoutan|Bolivie|Bosnie-Herzégovine|Botswana|Brésil|Brunéi Darussalam|Bulgarie|Burkina Faso|Burundi|Cabo Verde|Cambodge|"
        + "Cameroun|Canada|Chili|Chine|Chypre|Colombie|Comores|Congo|Costa Rica|Côte d'Ivoire|Côte d’Ivoire|Croatie|Cuba|Danemark|Djibouti|Dominique|Égypte|El Salvador|Émirats arabes unis|Équateur|"
        + "Érythrée|Espagne|Estonie|Eswatini|États-Unis|États-Unis d'Amérique|États-Unis d’Amérique|Éthiopie|Fédération de Russie|Fidji|Finlande|France|Gabon|Gambie|Géorgie|Ghana|Grèce|Grenade|Guatemala|"
        + "Guinée|Guinée-Bissau|Guinée équatoriale|Guyana|Haïti|Honduras|Hongrie|Îles Marshall|Îles Salomon|Inde|Indonésie|Iran|Iraq|Irlande|Islande|Israël|Italie|Jamaïque|Japon|Jordanie|Kazakhstan|"
        + "Kenya|Kirghizistan|Kiribati|Koweït|Lesotho|Lettonie|Liban|Libéria|Libye|Liechtenstein|Lituanie|Luxembourg|Macédoine du Nord|Madagascar|Malaisie|Malawi|Maldives|Mali|Malte|Maroc|"
        + "Maurice|Mauritanie|Mexique|Micronésie|Moldova|Monaco|Mongolie|Monténégro|Mozambique|Myanmar|Namibie|Nauru|Népal|Nicaragua|Niger|Nigéria|Norvège|Nouvelle-Zélande|Oman|Ouganda|"
        + "Ouzbékistan|Pakistan|Palaos|Palestine|Panama|Papouasie-Nouvelle-Guinée|Paraguay|Pays-Bas|Pérou|Philippines|Pologne|Portugal|Qatar|République centrafricaine|République démocratique du Congo|"
        + "République dominicaine|République tchèque|Roumanie|Royaume-Uni|Russie|Rwanda|Sainte-Lucie|Saint-Kitts-et-Nevis|Saint-Marin|Saint-Siège|Saint-Vincent-et-les Grenadines|Samoa|"
        + "Sao Tomé-et-Principe|Sénégal|Serbie|Seychelles|Sierra Leone|Singapour|Slovaquie|Slovénie|Somalie|Soudan|Soudan du Sud|Sri Lanka|Suède|Suisse|Suriname|Syrie|Tadjikistan|Tanzanie|Tchad|"
        + "Tchéquie|Thaïlande|Timor-Leste|Togo|Tonga|Trinité-et-Tobago|Tunisie|Turkménistan|Türkiye|Turquie|Tuvalu|Ukraine|Uruguay|Vanuatu|Venezuela|Viet Nam|Yémen|Zambie|Zimbabwe|"
        + "Union européenne|Union africaine|UE|Ligue des États arabes|Mouvement des pays non alignés|Mouvement des non-alignés|Organisation internationale de la Francophonie|OIF|CICR";

    internal const string Spanish = "Afganistán|Albania|Alemania|Andorra|Angola|Antigua y Barbuda|Arabia Saudita|Argelia|Argentina|Armenia|Australia|Austria|Azerbaiyán|Bahamas|Bahrein|Bangladesh|Barbados|"
        + "Belarús|Bélgica|Belice|Benin|Bhután|Bolivia|Bosnia y Herzegovina|Botswana|Brasil|Brunei Darussalam|Bulgaria|Burkina Faso|Burundi|Cabo Verde|Camboya|Camerún|Canadá|Chad|Chile|China|"
        + "Chipre|Colombia|Comoras|Congo|Corea|Costa Rica|Côte d'Ivoire|Croacia|Cuba|Dinamarca|Djibouti|Dominica|Ecuador|Egipto|El Salvador|Salvador|Emiratos Árabes Unidos|Eritrea|Eslovaquia|Eslovenia|"
        + "España|Estados Unidos|Estados Unidos de América|Estados Unidos Mexicanos|Estonia|Eswatini|Etiopía|Federación de Rusia|Fiji|Filipinas|Finlandia|Francia|Gabón|Gambia|Georgia|Ghana|Granada|Grecia|Guatemala|Guinea|"
        + "Guinea-Bissau|Guinea Ecuatorial|Guyana|Haití|Honduras|Hungría|India|Indonesia|Irán|Iraq|Irlanda|Islandia|Islas Marshall|Islas Salomón|Israel|Italia|Jamaica|Japón|Jordania|Kazajstán|Kenya|"
        + "Kirguistán|Kiribati|Kuwait|Lesotho|Letonia|Líbano|Liberia|Libia|Liechtenstein|Lituania|Luxemburgo|Macedonia del Norte|Madagascar|Malasia|Malawi|Maldivas|Malí|Malta|Marruecos|Mauricio|"
        + "Mauritania|México|Micronesia|Moldova|Mónaco|Mongolia|Montenegro|Mozambique|Myanmar|Namibia|Nauru|Nepal|Nicaragua|Níger|Nigeria|Noruega|Nueva Zelandia|Omán|Países Bajos|Pakistán|Palau|"
        + "Palestina|Panamá|Papua Nueva Guinea|Paraguay|Perú|Polonia|Portugal|Qatar|Reino Unido|República Dominicana|República Checa|Rumania|Rusia|Rwanda|Saint Kitts y Nevis|Samoa|San Marino|"
        + "San Vicente y las Granadinas|Santa Lucía|Santa Sede|Santo Tomé y Príncipe|Senegal|Serbia|Seychelles|Sierra Leona|Singapur|Siria|Somalia|Sri Lanka|Sudáfrica|Sudán|Sudán del Sur|Suecia|Suiza|"
        + "Suriname|Tailandia|Tanzanía|Tayikistán|Timor-Leste|Togo|Tonga|Trinidad y Tabago|Túnez|Turkmenistán|Türkiye|Turquía|Tuvalu|Ucrania|Uganda|Uruguay|Uzbekistán|Vanuatu|Venezuela|Viet Nam|"
        + "Yemen|Zambia|Zimbabwe|Unión Europea|Unión Africana|CELAC|Movimiento de Países No Alineados|Movimiento de los Países No Alineados|Liga de los Estados Árabes|CARICOM|SICA";

    internal const string Russian = "Австралии|Австрии|Азербайджана|Албании|Алжира|Анголы|Андорры|Антигуа и Барбуды|Аргентины|Армении|Афганистана|Багамских Островов|Бангладеш|Барбадоса|Бахрейна|Беларуси|Белоруссии|"
        + "Бельгии|Бенина|Болгарии|Боливии|Боснии и Герцеговины|Ботсваны|Бразилии|Буркина-Фасо|Бурунди|Бутана|Великобритании|Венгрии|Венесуэлы|Вьетнама|Габона|Гаити|Гайаны|Гамбии|Ганы|Гватемалы|Гвинеи|"
        + "Германии|Гондураса|Гренады|Греции|Грузии|Дании|Джибути|Доминиканской Республики|Египта|Замбии|Зимбабве|Израиля|Индии|Индонезии|Иордании|Ирака|Ирана|Ирландии|Исландии|Испании|Италии|Йемена|"
        + "Кабо-Верде|Казахстана|Камбоджи|Камеруна|Канады|Катара|Кении|Кипра|Киргизии|Китая|Колумбии|Конго|Коста-Рики|Кот-д'Ивуара|Кот-д’Ивуара|Кубы|Кувейта|Кыргызстана|Лаоса|Латвии|Лесото|Либерии|Ливана|Ливии|Литвы|"
        + "Лихтенштейна|Люксембурга|Маврикия|Мавритании|Мадагаскара|Малави|Малайзии|Мали|Мальдивских Островов|Мальты|Марокко|Мексики|Мозамбика|Молдовы|Монако|Монголии|Мьянмы|Намибии|Непала|Нигера|Нигерии|"
        + "Нидерландов|Никарагуа|Новой Зеландии|Норвегии|Объединенных Арабских Эмиратов|ОАЭ|Омана|Пакистана|Палестины|Панамы|Парагвая|Перу|Польши|Португалии|России|РФ|Руанды|Румынии|Сальвадора|Сан-Марино|"
        + "Саудовской Аравии|Святого Престола|Северной Македонии|Сейшельских Островов|Сенегала|Сербии|Сингапура|Сирии|Словакии|Словении|Сомали|Судана|Суринама|США|Соединенных Штатов|Соединенных Штатов Америки|"
        + "Соединенного Королевства|Сьерра-Леоне|Таджикистана|Таиланда|Танзании|Того|Тринидада и Тобаго|Туниса|Туркменистана|Турции|Уганды|Узбекистана|Украины|Уругвая|Фиджи|Филиппин|Финляндии|Франции|Хорватии|"
        + "Центральноафриканской Республики|Чада|Черногории|Чехии|Чили|Швейцарии|Швеции|Шри-Ланки|Эквадора|Эритреи|Эсватини|Эстонии|Эфиопии|Южной Африки|Южного Судана|Ямайки|Японии|"
        + "Российской Федерации|Европейского союза|ЕС|ОДКБ|СНГ|Содружества Независимых Государств|Движения неприсоединения|Африканского союза|Африканской группы|МККК|"
        + "Беларусь|Казахстан|Россия|Украина|Узбекистан|Туркменистан|Таджикистан|Кыргызстан|Азербайджан|Армения|Грузия|Молдова";

    internal const string Arabic = "أفغانستان|ألبانيا|الجزائر|أنغولا|الأرجنتين|أرمينيا|أستراليا|النمسا|أذربيجان|البحرين|بنغلاديش|بيلاروس|بلجيكا|بنن|بوليفيا|البوسنة والهرسك|البرازيل|بروني دار السلام|بلغاريا|بوركينا فاسو|"
        + "كمبوديا|الكاميرون|كندا|تشاد|شيلي|الصين|كولومبيا|جزر القمر|الكونغو|كوستاريكا|كوبا|قبرص|الدانمرك|جيبوتي|إكوادور|مصر|السلفادور|إريتريا|إستونيا|إثيوبيا|فنلندا|فرنسا|غابون|غامبيا|جورجيا|ألمانيا|غانا|اليونان|"
        + "غواتيمالا|غينيا|هايتي|هندوراس|هنغاريا|آيسلندا|الهند|إندونيسيا|إيران|العراق|أيرلندا|إسرائيل|إيطاليا|جامايكا|اليابان|الأردن|كازاخستان|كينيا|الكويت|قيرغيزستان|لاتفيا|لبنان|ليبريا|ليبيا|ليختنشتاين|ليتوانيا|لكسمبرغ|"
        + "مدغشقر|ماليزيا|ملديف|مالي|مالطة|موريتانيا|موريشيوس|المكسيك|موناكو|منغوليا|الجبل الأسود|المغرب|موزامبيق|ميانمار|ناميبيا|نيبال|هولندا|نيوزيلندا|نيكاراغوا|النيجر|نيجيريا|النرويج|عمان|عُمان|باكستان|فلسطين|بنما|"
        + "باراغواي|بيرو|الفلبين|بولندا|البرتغال|قطر|رومانيا|روسيا|الاتحاد الروسي|رواندا|السعودية|السنغال|صربيا|سنغافورة|سلوفاكيا|سلوفينيا|الصومال|جنوب أفريقيا|جنوب السودان|إسبانيا|سري لانكا|السودان|السويد|سويسرا|سوريا|سورية|"
        + "طاجيكستان|تايلند|توغو|تونس|تركيا|تركمانستان|أوغندا|أوكرانيا|الإمارات|الإمارات العربية المتحدة|المملكة المتحدة|الولايات المتحدة|الولايات المتحدة الأمريكية|أوروغواي|أوزبكستان|فنزويلا|فييت نام|اليمن|زامبيا|زمبابوي|"
        + "الاتحاد الأوروبي|الاتحاد الأفريقي|جامعة الدول العربية|حركة عدم الانحياز|منظمة التعاون الإسلامي|مجلس التعاون لدول الخليج العربية|الكرسي الرسولي";

    internal const string Chinese = "中国|法国|英国|美国|俄罗斯|俄罗斯联邦|德国|日本|印度|巴西|南非|加拿大|澳大利亚|新西兰|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|丹麦|芬兰|冰岛|奥地利|希腊|爱尔兰|波兰|匈牙利|捷克|斯洛伐克|斯洛文尼亚|"
        + "罗马尼亚|保加利亚|乌克兰|白俄罗斯|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|土耳其|伊朗|伊拉克|叙利亚|约旦|黎巴嫩|以色列|巴勒斯坦|沙特阿拉伯|沙特|科威特|卡塔尔|阿曼|也门|巴林|阿联酋|埃及|利比亚|突尼斯|阿尔及利亚|"
        + "摩洛哥|苏丹|南苏丹|埃塞俄比亚|肯尼亚|乌干达|坦桑尼亚|卢旺达|尼日利亚|加纳|塞内加尔|喀麦隆|安哥拉|赞比亚|津巴布韦|纳米比亚|墨西哥|古巴|阿根廷|智利|秘鲁|哥伦比亚|委内瑞拉|厄瓜多尔|玻利维亚|乌拉圭|巴拉圭|哥斯达黎加|危地马拉|牙买加|"
        + "巴基斯坦|孟加拉国|斯里兰卡|尼泊尔|阿富汗|印度尼西亚|马来西亚|新加坡|泰国|越南|老挝|柬埔寨|缅甸|菲律宾|蒙古|韩国|朝鲜|大韩民国|中华人民共和国|列支敦士登|欧盟|欧洲联盟|非洲联盟|非盟|77国集团和中国|七十七国集团和中国|"
        + "不结盟运动|非洲集团|阿拉伯集团|东盟|东南亚国家联盟|太平洋岛国论坛|小岛屿国家联盟|红十字国际委员会";
}
