"""What offices call the columns, kinds and states of a list of terms, in Chinese and English."""

import re
import unicodedata
from collections.abc import Sequence

from i18n_news.glossary.terms import COLUMNS

# Names without white space, hyphens and brackets, in lower case.
_NAMES = {
    "source": "中文 中文简体 简体 简体中文 原文 源文 源语 源语言 术语 词条 词语 中文术语 中文名称 中文名 "
    "中文原文 汉语 名称 "
    "zh zhcn zhhans cn chinese simplifiedchinese chinesesimplified chineseterm src sourceterm sourcetext term",
    "en": "英文 英语 英译 英译文 英文译文 英文译名 英文名称 英文名 英文术语 译文 译名 译法 "
    "翻译 目标 目标语 目标语言 标准译文 规范译文 推荐译法 "
    "english enus engb target targetterm targettext translation rendering englishterm",
    "en_short": "英文简称 英文缩写 简称 缩写 缩略语 short shortform abbreviation abbr acronym",
    "kind": "类别 类型 分类 种类 词类 type category class",
    "status": "状态 审核状态 审定状态 state",
    "zh_hant_tw": "繁体 繁體 繁体中文 繁體中文 中文繁体 正体 正體 台湾 臺灣 台灣 "
    "traditional traditionalchinese chinesetraditional zhtw zhhant",
    "zh_hant_hk": "香港 港澳 zhhk",
    "reading": "拼音 读音 讀音 注音 汉语拼音 pinyin pronunciation",
    "avoid": "禁用 禁用译法 禁用译文 禁用词 不用 不宜 避免 误译 错误译法 forbidden donotuse deprecatedterms",
    "avoid_reason": "禁用原因 禁用理由 原因 理由 reason",
    "domain": "领域 专业 学科 适用范围 适用对象 受众 subject subjectfield field audience",
    "valid_from": "生效日期 生效 起始日期 启用日期 启用",
    "valid_to": "失效日期 失效 截止日期 废止日期 终止日期",
    "decided_by": "审定人 审核人 批准人 审定 审定单位 审核 approvedby approver reviewer",
    "decided_on": "审定日期 审核日期 批准日期 审定时间 approvedon approvaldate",
    "origin": "来源 出处 依据 文件依据 参考 reference references ref citation",
    "note": "备注 注释 注 说明 附注 notes comment comments remark remarks 例句 definition 定义 释义",
}
_KINDS = {
    "term": "术语 词语 词汇 名词 一般 普通 通用",
    "person": "人名 人物 姓名 领导 people name",
    "place": "地名 地点 地方 行政区划 location",
    "organization": "机构 机构名 机构名称 单位 组织 企业 公司 部门 organisation company body",
    "title": "职务 职位 头衔 职称 position post",
    "quantity": "数量 数字 number amount",
    "date": "日期 时间",
    "slogan": "口号 标语 提法 phrase",
    "code": "代码 编号 型号",
}
_STATES = {
    "draft": "草稿 草案 待定 待审 待审核 未审 未审核 新增 proposed candidate new admitted 暂定",
    "approved": "已审 已审核 已审定 审定 审核通过 批准 已批准 通过 正式 有效 定稿 final preferred ok yes valid active",
    "deprecated": "废止 已废止 停用 已停用 弃用 作废 失效 禁用 obsolete forbidden superseded retired",
}
_SPACING = re.compile(r"[\s_\-./()\[\]:*'\"]+")
_HAN_AND_LATIN = re.compile(r"([^a-z]+)([a-z]+)|([a-z]+)([^a-z]+)")


def _table(names: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in names.items() for word in words.split()}


def _plain(name: str) -> str:
    """A name as the tables have it; NFKC is safe here, where the text itself is not kept."""
    return _SPACING.sub("", unicodedata.normalize("NFKC", name).casefold())


_COLUMNS = {_plain(column): name for column, name in COLUMNS.items()} | _table(_NAMES)
KINDS = {name: name for name in _KINDS} | _table(_KINDS)
STATES = {name: name for name in _STATES} | _table(_STATES)


def columns_of(cells: Sequence[str]) -> dict[int, str]:
    """The value that each column gives, by its place; empty unless these are the heads of a list of terms.

    `Source` is the Chinese term, but beside a column called 中文 it is where the term comes from.
    """
    found = {place: name for place, cell in enumerate(cells) if (name := _column(cell))}
    sources = [place for place, name in found.items() if name == "source"]
    plain = [place for place in sources if _plain(cells[place]) == "source"]
    if len(sources) > len(plain) > 0 and "origin" not in found.values():
        found[plain[0]] = "origin"
    kept: dict[int, str] = {}
    for place, name in found.items():
        if name not in kept.values():
            kept[place] = name
    forms = {"en", "zh_hant_tw", "zh_hant_hk", "reading"}
    return kept if "source" in kept.values() and forms & set(kept.values()) else {}


def kind_of(text: str) -> str:
    """The kind that a person meant, or nothing."""
    return KINDS.get(text) or KINDS.get(_plain(text), "")


def state_of(text: str) -> str:
    return STATES.get(text) or STATES.get(_plain(text), "")


def _column(cell: str) -> str:
    name = _plain(cell)
    if name in _COLUMNS:
        return _COLUMNS[name]
    # A head in two languages, such as 中文 Chinese.
    if pair := _HAN_AND_LATIN.fullmatch(name):
        meant = {_COLUMNS.get(part, "") for part in pair.groups() if part} - {""}
        return meant.pop() if len(meant) == 1 else ""
    return ""
