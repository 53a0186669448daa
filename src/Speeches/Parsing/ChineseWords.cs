using System.Buffers;

namespace Speeches.Parsing;

/// <summary>
/// Chinese, as the United Nations and its members print it. Words stand without spaces, and a line tells the office, the name, the
/// occasion and the kind in this order ("外交部长王毅在…上的发言"); the English of two-language letterheads is behind it.
/// </summary>
internal static class ChineseWords
{
    private static readonly Vocabulary English = EnglishWords.Vocabulary;

    internal static Vocabulary Vocabulary { get; } = English with
    {
        Organizations = English.Organizations.And("联合国|国际法院|欧洲联盟|非洲联盟|世界卫生组织|国际刑事法院"),
        OfficeBeginnings = ["中华人民共和国常驻联合国代表团", "常驻联合国代表团", "中国常驻联合国代表团", "法律事务厅", "外交部", "秘书处",
            .. English.OfficeBeginnings],
        OfficeNameEnds = ["代表团", "办公厅", "事务厅", "秘书处"],
        Kinds = English.Kinds.And("发言 讲话 致辞 演讲 声明 致词 贺词 贺信 祝词 祝辞 演说 开幕词 闭幕词 开幕辞 闭幕辞 欢迎词 欢迎辞 答谢词 主旨演讲 主旨讲话 开场白 发言稿 讲话稿 "
            + "书面发言 视频致辞 开幕致辞"),
        KindsAtEnd = ["发言", "讲话", "致辞", "致词", "演讲", "演说", "声明", "贺词", "贺信", "祝词", "祝辞", "发言稿", "讲话稿", "演讲稿", "开幕词", "闭幕词", "开幕辞", "闭幕辞", "欢迎词", "欢迎辞",
            "开场白", "通报", "寄语", "感言", "解释性发言"],
        HonorificsBehind = ["先生阁下", "女士阁下", "先生", "女士", "阁下", "大使", "教授", "博士", "法官", "殿下", "陛下", "同志"],
        Surnames = SearchValues.Create("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康"
            + "毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习耿柳凌裴严俞翟倪施牛温芦季洪鲁葛毕丛章岳薄齐梅庄辛管祝左涂时舒耿牟卜詹关苗翁"),
        OfficeEnds = ["秘书长", "团长", "主席", "部长", "总理", "总统", "代表", "首相", "检察长", "委员", "顾问", "院长", "副院长", "大使", "特使", "司长",
            "主任", "总干事", "国王", "书记官长", "报告员", "高级专员", "外长", "代办", "元首", "参赞", "副厅长", "厅长", "会长", "法律顾问", "教授", "法官", "公使", "公使衔参赞", "秘书", "庭长", "检察官", "副主任", "副部长", "副司长", "副主席", "副总理", "所长", "校长", "大法官", "协调员", "观察员", "发言人"],
        LeadIns = ["以下是", "以下为", "全文：", "全文:", .. English.LeadIns],
        LeadsToOccasion = English.LeadsToOccasion.And("在 于"),
        LeadsToSubject = English.LeadsToSubject.And("关于 主题"),
        OccasionBeginnings = ["在", "联合国大会第", "第", "议程项目", "一般性辩论", .. English.OccasionBeginnings],
        OccasionLeads = ["在", "于", "向", .. English.OccasionLeads],
        DelegationEnds = ["代表团", "集团", "集团和中国", "集团及中国", "国家联盟", "不结盟运动"],
        BehalfPrefix = "代表",
        StateNames = English.StateNames.And(StateNames.Chinese),
        States = ["中华人民共和国", .. English.States],
        Places = ["纽约", "日内瓦", "维也纳", "海牙", "内罗毕", "北京", "巴黎", "罗马", "伦敦", "布鲁塞尔", "联合国总部", "纽约联合国总部", "和平宫",
            .. Vocabulary.Names("上海|武汉|厦门|西安|广州|深圳|海南|三亚|博鳌|南京|成都|重庆|天津|杭州|青岛|大连|香港|澳门|台北|东京|首尔|莫斯科|柏林|华盛顿|新加坡|曼谷|堪培拉|渥太华|蒙特利尔|维也纳国际中心|万国宫|里约热内卢|利雅得|"
            + "多哈|开罗|亚的斯亚贝巴|雅加达|新德里|伊斯坦布尔|撒马尔罕|阿斯塔纳|塔什干|斯特拉斯堡|墨西哥城|哈瓦那|圣地亚哥"), .. English.Places],
        Notes = ["以发言为准", "请以发言为准", "以实际发言为准", "请以现场发言为准", "以现场发言为准", "以口头发言为准", "请核对发言", "非正式译文",
            "临时译文", "原文：", "仅供参考", "请以实际发言为准", "以讲话为准", .. English.Notes],
        SalutationStarts = ["主席先生", "主席女士", "尊敬的", "各位", "女士们", "先生们", "阁下", "秘书长先生", "同事们", "朋友们", "女士们先生们", "诸位",
            "主持人", "代主席先生", "大会主席先生", "主席阁下", "敬爱的", "亲爱的", "主席，", "主席同志"],
        Weekdays = English.Weekdays.And("星期一 星期二 星期三 星期四 星期五 星期六 星期日"),
    };
}
