"""The words of a Traditional edition: rows of its file, the editor's choices, and the way back to Simplified."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from i18n_news.config import TAIWAN, TaiwanConfig
from i18n_news.editions.opencc import converter, regional_spelling, simplified_spelling
from i18n_news.glossary.terms import Term
from i18n_news.model import Locale
from i18n_news.text.romanize_tables import common_words

# A row whose note says so is not read backwards: 智慧城市 is said on both sides.
ONE_WAY = "one way"
# A number before 米 makes it a length; 平方米 and 千米 are words of their own and stand in the file. A unit that is one
# character in Taiwan must not meet a word: 风千瓦时 would become 風度.
_MEASURES = {
    f"{before}{unit}": f"{after}{form}"
    for unit, form in (("米", "公尺"), ("千瓦时", "度"))
    for before, after in (*((char, char) for char in "0123456789多"), ("余", "餘"), ("每", "每"))
}
_MEASURES |= {f"{much}千瓦时": f"{form}度" for much, form in (("万", "萬"), ("亿", "億"))}
_MEASURE = "a number before a unit"
# What counts as 項目 in Taiwan too: things listed, tested or competed in.
_LISTED = "体育 运动 比赛 竞赛 竞技 奥运 检查 检测 检验 体检 测试 考核 考试 评价 收费 征税 支出 收入 诊疗 保险 经营"
# How much likelier the mainland's word must be than the same characters read as they stand, as a natural logarithm.
_LIKELIER = 2


@dataclass(frozen=True, slots=True)
class Overrides:
    """What each word becomes and who decided that; `keeps_tai` writes 台 where the converter would write 臺."""

    forms: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    keeps_tai: bool = False

    def origin(self, word: str) -> str:
        return self.origins.get(word, "")


def taiwan_overrides(terms: Iterable[Term], choices: TaiwanConfig | None = None) -> Overrides:
    """The words of a zh-Hant-TW edition: the file's rows, then what the editor chose otherwise."""
    choices = choices or TaiwanConfig()
    rows = [term for term in terms if term.zh_hant_tw]
    forms = {**_MEASURES, **{term.source: term.zh_hant_tw for term in rows}}
    origins = {**dict.fromkeys(_MEASURES, _MEASURE), **{term.source: _origin(term) for term in rows}}
    chosen = _chosen(choices)
    forms |= chosen
    origins |= {word: f"[taiwan] of i18n-news.toml: {form}" for word, form in chosen.items()}
    keeps = choices.tai == TAIWAN["tai"][0]
    if not keeps:
        forms = {word: form.replace("台", "臺") for word, form in forms.items()}
    return Overrides(forms, origins, keeps)


def hong_kong_overrides(terms: Iterable[Term], taiwan: Iterable[Term] = ()) -> Overrides:
    """The words of a zh-Hant-HK edition; where OpenCC cuts words wrongly the guards of Taiwan's file hold here too."""
    guards = [term for term in taiwan if term.note.startswith("guard") and term.zh_hant_tw]
    rows = [term for term in terms if term.zh_hant_hk]
    forms = {term.source: regional_spelling(term.zh_hant_tw, Locale.ZH_HANT_HK) for term in guards}
    forms |= {term.source: term.zh_hant_hk for term in rows}
    return Overrides(forms, {term.source: _origin(term) for term in (*guards, *rows)})


def backwards(terms: Iterable[Term], registered: Iterable[Term], locale: Locale) -> Overrides:
    """Traditional words to Simplified ones; what the mainland says too stays, and `registered` terms always go back.

    Of two words with one form the earlier row wins.
    """
    forms = {"公尺": "米"} if locale is Locale.ZH_HANT_TW else {}
    origins = dict.fromkeys(forms, _MEASURE)
    for term, is_registered in (*((term, True) for term in registered), *((term, False) for term in terms)):
        form = term.forms.get(locale, "")
        if not form or form in forms or (not is_registered and not _goes_back(term, form)):
            continue
        forms[form], origins[form] = term.source, _origin(term)
    return Overrides(forms, origins)


def either_way(terms: Iterable[Term], back: Overrides, locale: Locale) -> Mapping[str, str]:
    """The forms that stay although the edition also writes them for another word: 管道, which can be 渠道."""
    pairs = [(term.forms.get(locale, ""), term.source) for term in terms]
    pairs += [("度", "千瓦时")] if locale is Locale.ZH_HANT_TW else []
    return {
        form: source
        for form, source in pairs
        if form and form not in back.forms and simplified_spelling(form) != source
    }


def _goes_back(term: Term, form: str) -> bool:
    literal = simplified_spelling(form)
    if literal == term.source:
        # A guard that only spells: the way back spells by itself.
        return False
    if ONE_WAY in term.note or len(form) < 2 or form.isascii():
        return False
    words = common_words()
    if literal not in words:
        return True
    own = words[term.source][1] if term.source in words else 0
    return own >= words[literal][1] + _LIKELIER


def _chosen(choices: TaiwanConfig) -> dict[str, str]:
    chosen: dict[str, str] = {}
    if choices.project == TAIWAN["project"][1]:
        chosen |= {f"{word}项目": f"{_kept(word)}項目" for word in _LISTED.split()}
        chosen["项目"] = "專案"
    if choices.quality == TAIWAN["quality"][1]:
        chosen["高质量发展"] = "高品質發展"
    return chosen


def _kept(word: str) -> str:
    return converter(Locale.ZH_HANT_TW, {}).convert(word)


def _origin(term: Term) -> str:
    return f"{term.file}:{term.line}" if term.file else "given by hand"
