"""Words that OpenCC cuts in the wrong place: its longest match from the left finds 机制 in 起重机制造.

Each rule names a word whose right half hardly ever begins another word, and after a bar the characters that make it
do so after all (体制|造成, 理发|行业). Where the word stands, its first character has the form that the word gives it.
"""

import re
from dataclasses import replace

from i18n_news.editions.trace import Trace

# Only words that Taiwan and Hong Kong spell alike; the form is that of the first character.
_WORDS = """
制造 製 成就纸船林价假型谣
制药 製
制作 製 用业为风
制品 製 种牌质味类
发展 發
发布 發 满局置
发扬 發
发挥 發
发言 發
发明 發 星亮显确
发表 發 面皮层情
发行 發 业走李列为动政家人
历史 歷
历届 歷
历次 歷
签约 簽
签署 簽
签订 簽 单购货
干部 幹 门分件队委位署
复杂 複 志交货
采用 採
采取 採
采购 採
升级 升
表示 表 范意例
出口 出 味
冲击 衝
冲突 衝 破然出
准备 準 案份忘
签字 簽 体号样
干预 干 计备测报
干涉 干 及
干扰 干
游击 游
并且 並
周恩来 周
回族 回
参加 參
参与 參
参观 參
参会 參
参展 參
参赛 參
"""


def _rules() -> tuple[re.Pattern[str], dict[str, str]]:
    forms: dict[str, str] = {}
    parts: list[str] = []
    for line in _WORDS.split("\n"):
        if fields := line.split():
            forms[fields[0]] = fields[1]
            parts.append(fields[0] + (f"(?![{fields[2]}])" if len(fields) > 2 else ""))
    return re.compile("|".join(parts)), forms


_PATTERN, _FORMS = _rules()


def mended(trace: Trace) -> Trace:
    """The trace of a Simplified text to a Traditional spelling in which these words are whole."""
    spelled = list(trace.spelled)
    for match in _PATTERN.finditer(trace.source):
        spelled[match.start()] = _FORMS[match.group()]
    return replace(trace, spelled="".join(spelled))
