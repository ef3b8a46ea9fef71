"""Places and bodies that no glossary has: found whole, composed in English, and common nouns left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n_news.names.bodies import BodyMatch, bodies
from i18n_news.names.tagger import Entity

nasty = st.text(
    alphabet="在雁汀岚川徐州新中区市镇村湖路项目局公司有限（）产业园高新区王可乐美国斯克A1，·\n𬭎", max_size=24
)


def found(text, tagged=(), taken=(), known=None):
    (matches,) = bodies([text], [tagged], [taken], known or {})
    return [(text[match.start : match.end], match.english) for match in matches]


def entity(text, name, kind):
    start = text.index(name)
    return Entity(start, start + len(name), kind)


@pytest.mark.parametrize(
    ("text", "name", "english"),
    [
        ("记者来到雁汀产业园采访", "雁汀产业园", "Yanting Industrial Park"),
        ("落户雁汀镇", "雁汀镇", "Yanting Town"),
        ("位于云岭湿地公园旁", "云岭湿地公园", "Yunling Wetland Park"),
        ("在徐州云岭产业园调研", "徐州云岭产业园", "Xuzhou Yunling Industrial Park"),
        ("走访青柏街道柳前村", "青柏街道柳前村", "Liuqian Village, Qingbai Subdistrict"),
        ("赴松岭街道李可乐村慰问", "松岭街道李可乐村", "Likele Village, Songling Subdistrict"),
        ("到大黄山街道", "大黄山街道", "Dahuangshan Subdistrict"),
        ("从柳泉镇出发", "柳泉镇", "Liuquan Town"),
        ("在云湖社区", "云湖社区", "Yunhu Community"),
        ("沿松岭大道前行", "松岭大道", "Songling Avenue"),
        ("云汀广场上", "云汀广场", "Yunting Square"),
        ("岚川高新区的企业", "岚川高新区", "Lanchuan High-Tech Zone"),
        ("在岚川经济技术开发区", "岚川经济技术开发区", "Lanchuan Economic and Technological Development Zone"),
        ("岚川智慧物流产业园建成", "岚川智慧物流产业园", "Lanchuan Smart Logistics Industrial Park"),
        ("江苏阳新县", "江苏阳新县", "Yangxin County, Jiangsu"),
        ("由松岭集团承建", "松岭集团", "Songling Group"),
        ("与澄溪大学共建", "澄溪大学", "Chengxi University"),
        ("恒信银行的贷款", "恒信银行", "Hengxin Bank"),
        ("嘉禾创新医药有限公司", "嘉禾创新医药有限公司", "Jiahe Innovation Pharmaceutical Co., Ltd."),
        ("，鼎盛智能装备有限公司投产", "鼎盛智能装备有限公司", "Dingsheng Intelligent Equipment Co., Ltd."),
        (
            "、中嘉汇联（岚川）物流有限公司",
            "中嘉汇联（岚川）物流有限公司",
            "Zhongjia Huilian (Lanchuan) Logistics Co., Ltd.",
        ),
        ("岚川恒岳轴承有限公司", "岚川恒岳轴承有限公司", "Lanchuan Hengyue Bearing Co., Ltd."),
        ("苏州长虹机械有限公司", "苏州长虹机械有限公司", "Suzhou Changhong Machinery Co., Ltd."),
        ("岚川技师学院", "岚川技师学院", "Lanchuan Technician College"),
        ("岚川第二人民医院", "岚川第二人民医院", "Lanchuan Second People's Hospital"),
        ("云岭第三中学", "云岭第三中学", "Yunling No. 3 Middle School"),
        ("在清华大学读书", "清华大学", "Tsinghua University"),
        ("徐州医科大学附属医院", "徐州医科大学附属医院", "Affiliated Hospital of Xuzhou Medical University"),
        ("杉川市总工会主席", "杉川市总工会", "Shanchuan Federation of Trade Unions"),
        ("杉川市政府出席", "杉川市政府", "Shanchuan Municipal Government"),
        ("岚川市财政局", "岚川市财政局", "Lanchuan Finance Bureau"),
        (
            "岚川恒岳轴承有限公司工会主席",
            "岚川恒岳轴承有限公司工会",
            "Trade Union of Lanchuan Hengyue Bearing Co., Ltd.",
        ),
        ("中国建设银行徐州分行", "中国建设银行徐州分行", "China Construction Bank Xuzhou Branch"),
        ("徐工港口机械项目", "徐工港口机械项目", "XCMG Port Machinery Project"),
        (
            "其中鼎力精密数控机床项目投资大",
            "鼎力精密数控机床项目",
            "Dingli Precision CNC Machine Tool Project",
        ),
        ("江苏花卉协会", "江苏花卉协会", "Jiangsu Flower Association"),
        ("赴西门子公司考察", "西门子公司", "Siemens"),
        ("，财政局局长讲话", "财政局", "Finance Bureau"),
        ("由党工委宣传部部长主持", "党工委宣传部", "Publicity Department of the Party Working Committee"),
        ("市总工会的工作", "市总工会", "Municipal Federation of Trade Unions"),
    ],
)
def test_a_name_is_found_whole_and_composed(text, name, english):
    assert found(text) == [(name, english)]


@pytest.mark.parametrize(
    "text",
    [
        "推动高质量发展，培育产业集群",
        "建设智能工厂和服务中心",
        "职工服务站、示范区、老城区、贫困村",
        "三甲医院、重点大学、技工学校",
        "全区各街道、重点企业、本公司、该集团",
        "上述医院、有关部门、我市、我省",
        "经济开发区和高新区负责人",
        "国家级生物医药产业基地",
        "大力推进数字经济产业园建设",
        "改造老旧小区，治理黑臭河",
        "一个社区、两个村、三家医院",
        "在上海投资建设工厂",
        "各县（市）区总工会主席",
        "农村信用合作社、居民委员会",
        "参观了博物馆和图书馆",
        "大型企业集团、跨国公司、上市公司",
        "全国各大城市的市场",
        "市区道路和乡村公路",
        "他当选区人大代表",
        "美国、东京和联合国",
        "欧元区的经济",
        "刚出医院就回家",
        "统计局公布了数据",
        "",
    ],
)
def test_a_common_noun_is_no_name(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "expected"),
    [
        ("来到徐州参观", "徐州", "place", [("徐州", "Xuzhou")]),
        ("走进凤凰湾和徐州", "凤凰湾", "place", [("凤凰湾", "Fenghuangwan")]),
        ("在金龙湖畔召开", "金龙湖畔", "place", [("金龙湖", "Jinlong Lake")]),
        ("徐州雷阵雨", "徐州雷", "place", [("徐州", "Xuzhou")]),
        (
            "台湾精密制造产业园",
            "台湾",
            "place",
            [("台湾精密制造产业园", "Taiwan Precision Manufacturing Industrial Park")],
        ),
        ("访问美国农业部", "美国农业部", "organization", []),
        ("访问联合国", "联合国", "organization", []),
        ("来到布法罗镇", "布法罗镇", "place", [("布法罗镇", "")]),
        ("飞往哈格堡", "哈格堡", "place", [("哈格堡", "")]),
        ("锡索尼亚警方", "锡索尼亚", "place", [("锡索尼亚", "")]),
        ("卡特说", "卡特", "organization", [("卡特", "")]),
        ("中央的决定", "中央", "organization", []),
        ("红湖岛（Red Lake Island），在美国", "红湖岛", "place", [("红湖岛", "")]),
        ("一家公司", "公司", "organization", []),
        ("沪上", "沪", "place", []),
    ],
)
def test_what_the_tagger_finds_is_trimmed_extended_or_left(text, name, kind, expected):
    assert found(text, [entity(text, name, kind)]) == expected


def test_two_organizations_side_by_side_are_one():
    text = "在徐州，禾岳智汇的产品"
    tagged = [entity(text, "禾岳", "organization"), entity(text, "智汇", "organization")]
    assert found(text, tagged)[-1][0] == "禾岳智汇"


@pytest.mark.parametrize(
    ("text", "taken", "known", "expected"),
    [
        ("徐州云岭产业园", [(0, 2)], {"徐州": "Xuzhou"}, [("徐州云岭产业园", "Xuzhou Yunling Industrial Park")]),
        ("云岭芯材有限公司", [], {"芯材": "chip material"}, [("云岭芯材有限公司", "Yunling Chip Material Co., Ltd.")]),
        ("雁汀产业园", [(0, 5)], {"雁汀产业园": "Yanting Park"}, []),
        ("雁汀产业园", [(1, 3)], {}, []),
        ("松岭街道王可乐村", [(4, 7)], {}, [("松岭街道王可乐村", "Wangkele Village, Songling Subdistrict")]),
        ("华淮技师学院", [(0, 2)], {"华淮": "Huahuai City"}, [("华淮技师学院", "Huahuai City Technician College")]),
    ],
)
def test_a_taken_range_is_contained_or_left_whole(text, taken, known, expected):
    assert found(text, (), taken, known) == expected


def test_a_place_proved_in_one_text_is_found_in_all():
    texts = ["霁川经济开发区开会", "新霁川的建设，霁川人民"]
    matches = bodies(texts, [], [])
    assert [texts[1][m.start : m.end] for m in matches[1]] == ["霁川", "霁川"]
    assert {m.english for m in matches[1]} == {"Jichuan"}


def test_the_spelling_of_a_firm_is_not_certain_and_that_of_a_known_city_is():
    assert bodies(["云岭机械有限公司"], [], [])[0][0].certain is False
    assert bodies(["徐州"], [[Entity(0, 2, "place")]], [])[0][0].certain is True


def test_the_reading_carries_tone_marks():
    assert bodies(["雁汀镇"], [], [])[0][0].reading == "Yàntīng Zhèn"


def test_evidence_and_kind_are_told():
    match = bodies(["雁汀镇"], [], [])[0][0]
    assert match == BodyMatch(0, 3, "place", "Yanting Town", "Yàntīng Zhèn", "shape", True)


@given(st.lists(nasty, max_size=3), st.data())
def test_matches_are_in_range_disjoint_and_cut_no_taken_range(texts, data):
    def ranges(text, most):
        marks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=most)))
        return list(zip(marks[::2], marks[1::2], strict=False))

    kinds = st.sampled_from(["person", "place", "organization"])
    tagged = [[Entity(b, e, data.draw(kinds)) for b, e in ranges(text, 6)] for text in texts]
    taken = [ranges(text, 4) for text in texts]
    result = bodies(texts, tagged, taken, {"徐州": "Xuzhou", "高新区": "high-tech zone"})
    assert len(result) == len(texts)
    for text, matches, covered in zip(texts, result, taken, strict=True):
        last = 0
        for match in matches:
            assert last <= match.start < match.end <= len(text)
            last = match.end
            for b, e in covered:
                assert match.end <= b or match.start >= e or (match.start <= b and e <= match.end)
