"""Words, idioms, names and slogans with numerals in them that are no quantities."""

import re
from functools import cache

# Idioms and set words; one that begins with a numeral counts only where no numeral stands before it.
_WORDS = """
一成不变 两条腿走路 四个坚持 四个现代化 四轮驱动 四大名捕 四大美女 三月三 九月九 仪态万方 千方万计 百计千方 百家乐
百家饭 万户千门 两万五千里长征 二万五千里长征 三大政策 三大作风 三个世界 三个面向 十万八千里 上下五千年 九流十家
第一次世界大战 第二次世界大战 两种人 千斤 八大处 八大胡同 十年九不遇 十年内乱 广厦万间 成百上千 无千大万 万众一心
千方百计 一带一路 一把手 二把手 一次性 一揽子 一系列 千家万户 成千上万 数以万计 数以千计 数以百计 数以亿计
千千万万 亿万 万万 千军万马 百花齐放 百家争鸣 百年老店 百年大计 百年不遇 百年未有 百年变局 百年奋斗 百年名校
百年企业 百年品牌 千年大计 千年古 百里挑一 万里长城 万里长征 百万富翁 百万雄师 百万英镑 万元户 万人空巷 万人迷
万人计划 千人计划 百人会 百人计划 千人千面 千差万别 千变万化 千言万语 千山万水 千辛万苦 千篇一律 千载难逢 千钧一发
千里马 千里之 千金 千秋 万无一失 万水千山 万紫千红 万事 万象 万物 万能 万岁 万古 万世 万有引力 万分 一心一意
三心二意 四面八方 五湖四海 五颜六色 七上八下 八仙过海 九牛一毛 十全十美 十年磨一剑 十年如一日 十年树木 百战百胜
百发百中 百折不挠 百尺竿头 百废待兴 百业 百姓 百货 百科 百分百 百分比 百分数 百分制 一分为二 三三两两 三番五次
三天两头 三年五载 三五成群 三言两语 三令五申 三头六臂 三足鼎立 三角 三明治 三轮车 三口之家 三代 四舍五入 四通八达
四平八稳 四肢 五花八门 五谷 五一 六一 七一 八一 十一国庆 六神 七夕 八卦 一年一度 一年四季 一天到晚 一家人 一家子
一家独大 一人一 一户一 一企一 一村一 一事一 一县一 一厂一 一品一 一镇一 一园一 一码 一网 一窗 一站式 一条龙 一条街
一件事 一类 一线 一流 一体 一级 二级 三级 四级 五级 一方面 一百单八将 两岸 两会 两院 两江 两山 两高 两新 两重 两翼
两手抓 两手 两侧 两旁 两极 两用 两栖 两难 双百 三农 三公 三好 三甲 三下乡 三北 三峡 三亚 三江 三通一平 七通一平
五通一平 十有八九 八九不离十 二手 二维 三维 四维 二次元 二次创业 二次能源 二次供水 二次加工 二次开发 二次污染
二次装修 三次产业 一次函数 二次函数 一次能源 一元二次 一元化 三元 一角 二十四节气 二十四史 二十八宿 三十而立
三十六计 三八 三一五 九一八 一二九 五四 一二一 十月革命 七七事变 独一无二 数一数二 再三 说一不二 略知一二 举一反三
百闻不如一见 九死一生 表里如一 始终如一 不二 接二连三 推三阻四 丢三落四 朝三暮四 不三不四 低三下四 颠三倒四
横七竖八 乱七八糟 七嘴八舌 十拿九稳 一五一十 以一当十 一度 再度 二度梅 百度 几度 一点 一些 一定 一样 一起 一直
一切 一般 一致 一律 一旦 一贯 一再 一向 一同 一道 十分 十足 一味 一举 一并 万一 一期一会 一期叠加 三期叠加
四清单一 三步走 两步走 二人转 二人台 三字经 三国 四书 五经 六艺 七律 八股 百家姓 百家号 百家讲坛 千字文 四大名著
四大发明 四大天王 三大战役 三大改造 三大攻坚战 三大法宝 四大班子 五大班子 三大球 八大菜系 八大关 五大发展理念
五大员 四大家鱼 四大洋 七大洲 三大件 两个维护 两个确立 两个一百年 两个文明 两个毫不动摇 两个健康 两个务必 两个结合
两个先行 两个责任 两个覆盖 两个大局 三个代表 三个务必 三个区分 三个地 三个全面 三个有利于 四个意识 四个自信
四个全面 四个伟大 四个服从 四个最严 四个革命 四个一批 五个一批 五个一 四个不 三个不 三个三 五个必须 六个一
六个坚持 十个明确 九个坚持 八个明确 五项原则 八项规定 十项措施细则 三重一大 三会一课 两学一做 三严三实 一国两制
五位一体 四位一体 三位一体 二位一体 一岗双责 一票否决 一案一策 一群一策 一企一策 六稳 六保 四风 三资 三包 三无
三废 三防 三线 三支一扶 三下五除二 两化 三化 四化 五化 六化 三集三创 一刀切 一把尺 一盘棋 一张网 一张图 一张蓝图
一张表 一本账 一件 一对一 一对多 点对点 一代 下一代 新一代 上一代 一季稻 二季稻 半自动 半导体 半岛 半决赛 半程
半山 半封闭 半月谈 半拉子 半壁江山 事半功倍 半途而废 一知半解 多半 大半 前半 后半 千斤顶 千斤重担 判若两人
四两拨千斤 几十年如一日 十年磨剑 十年寒窗 十八层地狱 三天打鱼 两天晒网 胜读十年书 身价百倍 一元复始 一米线 四周
四处 四大皆空 四大须生 三大差别 三伏 三只手 三个和尚 三人行 三个臭皮匠 万家灯火 万户侯 千门万户 千户苗寨 千条万绪
龙生九种 闲愁万种 风情万种 诸子百家 罢黜百家 长命百岁 百岁老人 脚踏两只船 三座大山 三月不知肉味 六月飞雪 八大山人
九大行星 八大行星 三次曲线 二次曲线 万人坑 万家乐 华润万家 五倍子 逾千越万 月入数万 五角星 两弹一星
"""

# Places, companies and institutions whose name begins like a figure with a counter or a unit.
_NAMES = """
万达 万科 万华 万向 万宁 万州 万安 万年县 万里桥 万源 万荣 万盛 万宝 万泰 万国 万豪 万象城 万丰 万通 万润 万兴
万和 万代 千岛湖 千山 千阳 千禧 千寻 千灯 百色 百度 百联 百胜 百威 百事 百济神州 百奥 百丽 百步亭 百里杜鹃
百花山 百花洲 一汽 二汽 三一重 三一集 三菱 三星 三井 三洋 三元食品 三元桥 三元区 三元里 三元朱村 三元材料 三元锂
三元电池 三全食品 三只松鼠 三七互娱 三环 三棵树 三六零 四方股份 四通 五粮液 五矿 五菱 五羊 五芳斋 六国化工
六个核桃 七匹狼 七天酒店 八方股份 八马 九阳 九州 九号公司 九牧 九三 十月稻田 十荟团 零跑 一嗨 一品红 一心堂
二龙山 二连浩特 二七区 二道区 二道白河 三门峡 三门县 三明 三亚 三水 三河市 三台县 三台山 三都 三江 三山区 三原
三沙 三里屯 三里河 三道岭 三家子 三家店 三家村 三间房 三堡 三岔 四川 四平 四会 四方区 四方台 四子王 四道口
五台山 五台县 五家渠 五大连池 五指山 五常 五莲 五河 五峰 五华 五通桥 五原 五道口 五道沟 五角场 五角大楼 五条
六安 六合 六盘水 六枝 六盘山 六里桥 七台河 七里河 七里海 七星 七宝 七道江 七里山塘 八里庄 八里河 八里桥 八里店
八道江 八达岭 八公山 八宝山 八步 九江 九龙 九寨沟 九华 九里 九原 九台 九间房 九亭 九道湾 九峰 十堰 十里堡 十里店
十里河 十里铺 十里洋场 十三陵 十八里店 十八洞 十八里堡 十渡 双百集团 两当 两江新区 万户网络
"""

# A word that is a figure after all when this follows or stands before: 十分钟, 万分之一, 凌晨一点.
_FIGURES_AFTER = {
    "十分": "[钟之]",
    "万分": "之",
    "万一": "[千百十]",
    "一点": "[钟半整]|[零一二三四五六七八九十]+分",
    "三角": "钱",
    "一角": "钱",
    "一度": "电",
    "一级": "标",
}
_FIGURES_BEFORE = {"一点": "上午 下午 凌晨 中午 晚上"}
_NUMERALS = "零〇一二两三四五六七八九十百千万亿几数"
_DIGITS = "一二三四五六七八九两"
# 三联三促, 七共七同, 一带一路 without quotes: numeral, character, numeral, character, none of them a counter or unit.
_SLOGAN = (
    rf"(?<![\d第{_NUMERALS}])[{_DIGITS}][^\d\s，。、；：〇零{_DIGITS}个家名位项台条座套件年月日天人元亿万千百十成分倍期届次号]"
    rf"[{_DIGITS}][^\d\s，。、；：%{_DIGITS}个家名位项年月日元亿万千百十成分倍]"
)
# 十四五 as the name of a plan, 二十大 as that of a congress, 1+N as that of a scheme.
_PLAN = (
    rf"(?<![\d{_NUMERALS}])二?十[一二三四五]五(?![{_NUMERALS}%个家名项人年天元台条座公米亩吨岁户次届批多余]|期(?!间))"
)
_CONGRESS = (
    "(?<=党的)(?:二?十[一二三四五六七八九]?|[七八九])大"
    "|(?:二十|十[四五六七八九])大(?=报告|精神|以来|代表|召开|胜利|部署)"
)
_SCHEME = r"\d\+\d(?:\+[\dNXn])*(?![\d万亿])|[1-9]\+[NXn](?:\+[NXn])*"
_IN_QUOTES = r"[^“”「」『』\"，。；：]{0,10}"
_QUOTED = rf"(?<=[“「『\"]){_IN_QUOTES}[{_NUMERALS}双]{_IN_QUOTES}(?=[”」』\"])"
# Quoted words are names unless they hold a figure with its unit.
_QUOTED_FIGURE = re.compile(
    r"[一二三四五六七八九两几数][十百千万亿]+[多余]?\s?(?:元|美元|港元|欧元|日元|亩|吨|公里|平方|千瓦|人|家)"
    r"|\d|分之|[一二三四五六七八九十]月[一二三四五六七八九十]+日"
)


def find_set_phrases(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open places of words in a folded text that no quantity may touch."""
    places = []
    for match in _pattern().finditer(text):
        is_quoted = match.start() > 0 and text[match.start() - 1] in '“「『"'
        if not (is_quoted and _QUOTED_FIGURE.search(match[0])):
            places.append(match.span())
    return tuple(places)


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted({*_WORDS.split(), *_NAMES.split()}, key=len, reverse=True)
    # A word that begins with a numeral is one only where no numeral stands before it: 二十分钟, 百万一.
    begins = "|".join(map(_guard, (word for word in words if word[0] in _NUMERALS)))
    inside = "|".join(map(_guard, (word for word in words if word[0] not in _NUMERALS)))
    rules = (_QUOTED, _SCHEME, rf"(?<![\d第{_NUMERALS}])(?:{begins})", inside, _SLOGAN, _PLAN, _CONGRESS)
    return re.compile("|".join(rules))


def _guard(word: str) -> str:
    before = "".join(f"(?<!{time})" for time in _FIGURES_BEFORE.get(word, "").split())
    after = f"(?!{_FIGURES_AFTER[word]})" if word in _FIGURES_AFTER else ""
    return f"{before}{re.escape(word)}{after}"
